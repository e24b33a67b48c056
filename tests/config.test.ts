import { describe, expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';

const HEX = '0123456789abcdef'.repeat(4);
const mail = {
  SMTP_URL: 'smtps://regie:geheim@mail.example.org:465',
  MAIL_FROM: 'Regie <regie@example.org>',
};

describe('the settings for mail', () => {
  test('are taken over when they are right', () => {
    expect(readConfig({ ...mail, ENCRYPTION_KEY: HEX })).toMatchObject({
      smtpUrl: mail.SMTP_URL,
      mailFrom: mail.MAIL_FROM,
      encryptionKey: Buffer.from(HEX, 'hex'),
    });
    expect(readConfig({})).toMatchObject({ smtpUrl: undefined, encryptionKey: undefined });
  });

  test('take the key as base64 as well, also without mail', () => {
    const key = Buffer.alloc(32, 7);
    expect(readConfig({ ENCRYPTION_KEY: key.toString('base64') }).encryptionKey).toEqual(key);
  });

  test.each([
    [{ ...mail, SMTP_URL: 'https://mail.example.org' }, /SMTP_URL: must be the address of a mail server/],
    [{ ...mail, SMTP_URL: 'smtp://' }, /SMTP_URL: must be the address of a mail server/],
    [{ ...mail, MAIL_FROM: 'Regie' }, /MAIL_FROM: must be a mail address/],
    [{ ...mail, MAIL_FROM: 'Regie\r\nBcc: <x@example.org>' }, /MAIL_FROM: must be a mail address/],
    [{ SMTP_URL: mail.SMTP_URL, ENCRYPTION_KEY: HEX }, /MAIL_FROM is not/],
    [mail, /ENCRYPTION_KEY is not/],
    [{ ...mail, ENCRYPTION_KEY: 'te kort' }, /ENCRYPTION_KEY: must be 32 random bytes/],
  ])('%j says which one is wrong, and what it must be', (env, problem) => {
    expect(() => readConfig(env)).toThrow(problem);
    expect(() => readConfig(env)).not.toThrow(/geheim|te kort/);
  });
});

describe('the settings for Teams', () => {
  const ID = '0F9B6F4E-5A52-4A0E-8F4E-1D6A8C2F7B11';
  const HOME = 'c5a0c0de-1111-4222-8333-444455556666';
  const all = { TEAMS_CLIENT_ID: ID, TEAMS_CLIENT_SECRET: 'geheim', TEAMS_TENANT_ID: HOME };

  test('leave it off without an app id, with console and demo as before', () => {
    expect(readConfig({})).toMatchObject({ teams: undefined, console: true, demo: true });
  });

  test('are taken over when they are right, and then nobody is made up', () => {
    const config = readConfig(all);
    expect(config.teams).toEqual({
      clientId: ID.toLowerCase(),
      clientSecret: 'geheim',
      tenantId: HOME,
      unauthenticated: false,
    });
    expect(config).toMatchObject({ console: false, demo: false });
  });

  test.each([
    [{ TEAMS_CLIENT_ID: ID }, /TEAMS_CLIENT_SECRET and TEAMS_TENANT_ID/],
    [{ TEAMS_CLIENT_SECRET: 'geheim' }, /TEAMS_CLIENT_ID and TEAMS_TENANT_ID/],
    [{ ...all, TEAMS_CLIENT_ID: 'campagneregie' }, /TEAMS_CLIENT_ID: must be an id/],
    [{ ...all, TEAMS_TENANT_ID: 'politie.nl' }, /TEAMS_TENANT_ID: must be an id/],
    [{ ...all, TEAMS_UNAUTHENTICATED: 'on', NODE_ENV: 'production' }, /refused with NODE_ENV=production/],
    [{ ...all, TEAMS_UNAUTHENTICATED: 'on', HOST: '0.0.0.0' }, /Set HOST to 127\.0\.0\.1/],
    [{ TEAMS_UNAUTHENTICATED: 'on' }, /TEAMS_CLIENT_ID/],
    [
      { ...all, TEAMS_UNAUTHENTICATED: 'on', PUBLIC_URL: 'https://campagne.example.org' },
      /PUBLIC_URL is https:/,
    ],
  ])('%j says what is wrong, and what to do', (env, problem) => {
    expect(() => readConfig(env)).toThrow(problem);
    expect(() => readConfig(env)).not.toThrow(/geheim/);
  });

  test('take every request as true only when told so, on this machine', () => {
    expect(readConfig({ TEAMS_CLIENT_ID: ID, TEAMS_UNAUTHENTICATED: 'on' }).teams).toMatchObject({
      unauthenticated: true,
      clientSecret: undefined,
    });
  });
});
