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
