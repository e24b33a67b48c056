import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { workplace } from './program.ts';

let server: MailServer;
beforeAll(async () => {
  server = await startMailServer('goed');
});
afterAll(() => server.stop());

/** What the doctor says about mail under this SMTP_URL. */
async function saidOf(url: string): Promise<string> {
  const more = { SMTP_URL: url, MAIL_FROM: 'regie@example.org', ENCRYPTION_KEY: 'ab'.repeat(32) };
  const { out } = await workplace(more).cli(['doctor']);
  return out.split('\n').find((line) => line.includes('mail server')) ?? '';
}

test('a mail server that lets us in is as it should be', async () => {
  expect(await saidOf(server.url.replace('//', '//regie:goed@'))).toMatch(/^ok +the mail server 127/);
  expect(server.received).toEqual([]);
});

test('a wrong password and a server that is not there are told, without the password', async () => {
  const refused = await saidOf(server.url.replace('//', '//regie:geheim@'));
  expect(refused).toMatch(/^problem .* does not accept this user and password\. Look at SMTP_URL\.$/);
  expect(refused).not.toContain('geheim');
  expect(await saidOf('smtp://regie:geheim@127.0.0.1:1')).toMatch(/^problem .*ECONNREFUSED.*SMTP_URL\.$/);
});

test('without a mail server there is nothing to say', async () => {
  expect((await workplace().cli(['doctor'])).out).not.toContain('mail server');
});
