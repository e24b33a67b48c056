import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boltLog } from '../../src/adapters/slack/connect/bolt-log.ts';
import type { Road } from '../../src/domain/delivery/road.ts';
import { keptLog } from '../support/log-lines.ts';
import { appHomeOpened, appMention, eventCallback, sendToApp } from './peers/requests.ts';
import type { Does } from './peers/script.ts';
import { CLIENT_SECRET } from './peers/workspace.ts';
import { POLICE, SECRET, type Seen, type Stage, startStage } from './stage.ts';

/** Whatever goes wrong, the log holds nothing that opens a door. */

const { log, lines } = keptLog();
let stage: Stage;
beforeAll(async () => {
  stage = await startStage({ log });
  await stage.link('T1', POLICE);
});
afterAll(() => stage.close());

const DOORS = /xox[a-z]-|xapp-|hooks\.slack\.com|\/response\/T/;

function expectClean(): void {
  const written = [...stage.logged, ...lines].join('\n');
  const codes = stage.server.calls.map(({ body }) => body.code).filter((code) => typeof code === 'string');
  for (const secret of [SECRET, `"${CLIENT_SECRET}"`, `=${CLIENT_SECRET}`, ...codes])
    expect(written.includes(String(secret)), String(secret)).toBe(false);
  expect(DOORS.exec(written)?.input.slice(0, 500)).toBeUndefined();
}

/** All that people do, once; `shown` was on their screen before. */
async function doAll(shown: Seen): Promise<void> {
  const user = stage.server.person('T1', 'anna').id;
  const channel = stage.server.channel('T1', 'algemeen');
  await stage.type('T1', 'anna', 'help');
  const form = await stage.type('T1', 'anna', 'nieuw');
  if (form.view) await stage.submit('T1', 'anna', form.view, {}).catch(() => undefined);
  await stage.press('T1', 'anna', shown, 'Deel in dit kanaal');
  const events = [appHomeOpened(user, 'D1'), appMention(user, channel, '<@U0BOT> help')];
  for (const event of events)
    await stage.send(eventCallback({ team: 'T1', event, eventId: `Ev${count++}`, bot: 'U0BOT' }));
  const road = { platform: 'slack', tenant: 'T1', address: user } as Road;
  const message = {
    type: 'message' as const,
    title: 'Weekbericht',
    audience: 'private' as const,
    sections: [],
  };
  const recipient = (await stage.person('T1', 'anna')).id;
  const outgoing = { road, recipient, delivery: `delivery/${count}`, message, locale: 'nl' as const };
  await stage.slack.platform.send(outgoing as never, AbortSignal.timeout(5_000));
  await stage.slack.refreshCards();
  await stage.install('T2');
}
let count = 0;

describe('the log', () => {
  it('has lines to look at', async () => {
    await sendToApp(stage.base, { type: 'url_verification' }, { secret: 'verkeerd' });
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBe(stage.logged.length);
  });

  it.each<Does>([
    { error: 'invalid_auth' },
    { error: 'fatal_error' },
    { status: 500 },
    { status: 404 },
    { status: 429, retryAfter: 1 },
    { drop: 'before' },
    { drop: 'after' },
  ])('opens no door while Slack answers %o', async (does) => {
    const { script } = stage.server;
    // What Slack said before may have closed the workspace.
    await stage.install('T1');
    const shown = await stage.type('T1', 'anna', 'kalender');
    const before = lines.length;
    script.push({ method: /^(?!response)/, times: 1_000, does }, { method: 'response', times: 1_000, does });
    await doAll(shown);
    script.length = 0;
    expect(lines.length).toBeGreaterThan(before);
    expectClean();
  });

  it('opens no door while someone tries to install with what is not theirs', async () => {
    const query = 'code=1234.5678.geheime-code&state=verzonnen';
    await fetch(`${stage.base}/slack/oauth_redirect?${query}`);
    await fetch(`${stage.base}/slack/oauth_redirect?error=access_denied&state=x`);
    expect(lines.join('\n')).not.toContain('geheime-code');
    expectClean();
  });

  it('opens no door with what Slack’s libraries say', () => {
    const bolt = boltLog(log);
    const token = 'xoxb-123456789012-ABCdef.GHI';
    const address = 'https://hooks.slack.com/commands/T1/123/abcDEF';
    for (const level of ['debug', 'info', 'warn', 'error'] as const) {
      bolt[level](`token ${token}, ${token}`, 'xoxe.xoxb-1-abc', 'xapp-1-A1-2-def', 'xoxe-1-abc');
      bolt[level](new Error(`no answer for ${token} at ${address}`, { cause: new Error(token) }));
      bolt[level]({ client_secret: 'stil', code: 'een.code', token, nested: [{ refresh_token: 'xoxe-2' }] });
      bolt[level](`GET /slack/oauth_redirect?code=een.code&state=x client_secret=stil`);
      bolt[level](`Authorization: Bearer ${token}`, { headers: { authorization: `Bearer ${token}` } });
    }
    expect(lines.join('\n')).not.toMatch(/ABCdef|abcDEF|stil|een\.code|xoxe|A1-2-def/);
    expectClean();
  });
});
