import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  appUninstalled,
  directMessage,
  eventCallback,
  type Payload,
  type Sending,
  sendToApp,
  slashCommand,
} from './peers/requests.ts';
import { wordsIn } from './reading.ts';
import { POLICE, SECRET, type Stage, startStage } from './stage.ts';

/** What comes in at the door: only what Slack signed, just now, in one piece and once. */

let stage: Stage;
let revision: number;

beforeAll(async () => {
  stage = await startStage();
  await stage.link('T1', POLICE);
  await stage.type('T1', 'anna', 'help');
});
afterAll(() => stage.close());
beforeEach(async () => {
  stage.logged.length = 0;
  stage.server.calls.length = 0;
  stage.server.responses.length = 0;
  revision = await stage.app.store.revision();
});

const now = () => Math.floor(Date.now() / 1000);
const signed = (body: string, at = now(), secret = SECRET) =>
  `v0=${createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')}`;

async function typed(text = 'afwezig "4 t/m 8 januari 2027"'): Promise<Payload> {
  const { server } = stage;
  const user = server.person('T1', 'anna').id;
  return slashCommand({
    team: 'T1',
    user,
    channel: server.channel('T1', 'algemeen'),
    command: '/campagne',
    text,
    trigger: await server.newTrigger('T1', user),
    responseUrl: server.newResponseUrl('T1'),
  });
}

/** Posts bytes as they are, and waits until all that follows is done. */
async function post(body: string, more: Record<string, string> = {}): Promise<Response> {
  const at = now();
  const response = await fetch(`${stage.base}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': String(at),
      'x-slack-signature': signed(body, at),
      ...more,
    },
    body,
  });
  await stage.slack.settled();
  return response;
}

async function expectNothingHappened(): Promise<void> {
  await stage.slack.settled();
  expect(await stage.app.store.revision()).toBe(revision);
  expect(stage.server.calls).toEqual([]);
  expect(stage.server.responses).toEqual([]);
}

const STACK = /node_modules|\bat .*:\d+:\d+|Error:/;

/** Refused as the sender's mistake, without a word of how the program is made. */
async function expectRefused(response: Response, status?: number): Promise<void> {
  if (status === undefined) expect(Math.floor(response.status / 100)).toBe(4);
  else expect(response.status).toBe(status);
  expect(await response.text()).not.toMatch(STACK);
  await expectNothingHappened();
}

describe('a request that Slack did not sign just now', () => {
  const later = (seconds: number) => ({ secret: SECRET, at: now() + seconds });
  const WRONG: Record<string, () => Sending> = {
    'signed with another secret': () => ({ secret: 'een-ander-geheim' }),
    'with a signature of nothing': () => ({ secret: SECRET, signature: 'v0=' }),
    'with a signature that is no signature': () => ({ secret: SECRET, signature: 'hallo' }),
    'signed six minutes ago': () => later(-6 * 60),
    'signed for six minutes from now': () => later(6 * 60),
  };
  it.each(Object.entries(WRONG))('is refused when it is %s', async (_name, sending) => {
    await expectRefused(await sendToApp(stage.base, await typed(), sending()), 401);
  });

  it('is refused when its headers are missing', async () => {
    for (const without of ['x-slack-signature', 'x-slack-request-timestamp']) {
      const headers = { 'x-slack-signature': signed('{}'), 'x-slack-request-timestamp': String(now()) };
      const left = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== without));
      const sent = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json', ...left } };
      await expectRefused(await fetch(`${stage.base}/slack/events`, sent), 401);
    }
  });

  it('is refused when its time is no time', async () => {
    await expectRefused(await post('{}', { 'x-slack-request-timestamp': 'gisteren' }), 401);
  });

  it('is refused when its body was changed after it was signed', async () => {
    const fields = Object.entries(await typed()).map(([name, value]) => [name, String(value)]);
    const body = new URLSearchParams(fields).toString();
    const changed = body.replace('2027', '2028');
    expect(changed).not.toBe(body);
    await expectRefused(await post(changed, { 'x-slack-signature': signed(body) }), 401);
  });
});

describe('the same request again', () => {
  it('acts once and answers once', async () => {
    const payload = await typed();
    expect((await stage.send(payload)).status).toBe(200);
    const after = await stage.app.store.revision();
    expect(after).toBeGreaterThan(revision);
    expect((await stage.send(payload)).status).toBe(200);
    expect(await stage.app.store.revision()).toBe(after);
    expect(stage.server.responses).toHaveLength(1);
  });

  it('answers once when Slack sends an event again', async () => {
    const user = stage.server.person('T1', 'anna').id;
    await stage.slack.platform.find?.(
      { tenant: 'T1', address: user } as never,
      'x',
      AbortSignal.timeout(5_000),
    );
    const opened = stage.server.calls.find(({ method }) => method === 'conversations.history');
    const event = directMessage(user, String(opened?.body.channel), 'help');
    const payload = eventCallback({ team: 'T1', event, eventId: 'Ev-nog-eens' });
    await stage.send(payload);
    const posted = () => stage.server.calls.filter(({ method }) => method === 'chat.postMessage');
    expect(posted()).toHaveLength(1);
    const retry = { number: 1, reason: 'http_timeout' as const };
    const again = await sendToApp(stage.base, payload, { secret: SECRET, retry });
    await stage.slack.settled();
    expect(again.status).toBe(200);
    expect(posted()).toHaveLength(1);
    expect(stage.server.violations).toEqual([]);
  });
});

describe('a request that cannot be read', () => {
  const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

  it.each([
    ['{"type":', undefined],
    ['', undefined],
    ['payload={"type":', FORM],
    ['payload=', FORM],
  ])('is the sender’s mistake: %s', async (body, headers) => {
    await expectRefused(await post(body, headers));
  });

  it('does nothing when it is JSON of another shape than Slack’s', async () => {
    const json = [
      ...['null', '[]', '"tekst"', '17', '{}', '{"__proto__":{"team_id":"T1"},"constructor":1}'],
      '{"type":"event_callback","team_id":"T1"}',
      '{"type":"event_callback","event":null,"team_id":"T1"}',
      '{"type":"event_callback","event":{"type":"message"},"event_id":"Ev1"}',
      '{"type":"event_callback","event":{"type":"message"},"event_id":"Ev2","team_id":"T1"}',
      '{"type":"event_callback","event":{"type":"app_home_opened"},"event_id":"Ev3","team_id":"T1"}',
    ];
    const forms = [
      ...['command=%2Fcampagne', 'command=%2Fcampagne&team_id=__proto__&user_id=U1', '%E0%A4%A'],
      ...['payload=null', 'payload={"type":"block_actions"}'],
      'payload={"type":"block_actions","actions":[],"team":{"id":"T1"},"user":{}}',
      'payload={"type":"view_submission","team":{"id":"T1"}}',
      'payload={"type":"view_closed","team":{"id":"T1"},"user":{"id":"U1"},"view":{"callback_id":"form:x"}}',
    ];
    // Together, for Bolt waits three seconds before it says of each that nobody took it.
    const answers = await Promise.all([
      ...json.map((body) => post(body)),
      ...forms.map((body) => post(body, FORM)),
      post(json[0] ?? '', { 'content-type': 'text/plain' }),
    ]);
    for (const answer of answers) expect(await answer.text()).not.toMatch(STACK);
    await expectNothingHappened();
  });

  it('is too large over 4 MB', async () => {
    const response = await post(JSON.stringify({ type: 'event_callback', text: 'x'.repeat(4_300_000) }));
    await expectRefused(response, 413);
  });

  it('leaves the connection to the next one when it was too large', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = async (path: string, body: string) => {
      const sent = request(stage.base + path, { agent, method: 'POST', signal: AbortSignal.timeout(2_000) });
      sent.end(body);
      const [answer] = (await once(sent, 'response')) as [IncomingMessage];
      await once(answer.resume(), 'end');
      return answer.statusCode;
    };
    expect(await ask('/slack/events', 'x'.repeat(6_000_000))).toBe(413);
    expect(await ask('/bestaat-niet', '')).toBe(404);
    agent.destroy();
  });

  it('is no page to look at', async () => {
    const response = await fetch(`${stage.base}/slack/events`);
    expect(response.headers.get('content-type')).toContain('text/html');
    await expectRefused(response, 404);
  });
});

describe('a workspace that never installed the app', () => {
  it('hears only how to install, and nothing is called with anyone’s access', async () => {
    const user = stage.server.person('T2', 'anna').id;
    const responseUrl = stage.server.newResponseUrl('T2');
    const slash = { team: 'T2', user, channel: 'C9', command: '/campagne', text: 'kalender' };
    const asked = await stage.send(slashCommand({ ...slash, trigger: 'x-T2', responseUrl }));
    expect(await asked.text()).toBe('');
    const event = directMessage(user, 'D9', 'kalender');
    const told = await stage.send(eventCallback({ team: 'T2', event, eventId: 'Ev-T2' }));
    expect(await told.text()).toBe('');
    const heard = stage.server.responses.splice(0).map(({ body }) => wordsIn(body));
    expect(heard).toEqual([expect.stringContaining('/slack/install')]);
    await expectNothingHappened();
  });

  it('cannot uninstall it either', async () => {
    const payload = eventCallback({ team: 'T2', event: appUninstalled(), eventId: 'Ev-T2-weg' });
    await stage.send(payload);
    await expectNothingHappened();
    expect((await stage.type('T1', 'anna', 'kalender')).text).toContain('Kalender');
  });
});
