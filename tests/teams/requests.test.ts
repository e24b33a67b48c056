import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  channelChanged,
  executeAction,
  extensionQuery,
  installationUpdate,
  invoke,
  membersChanged,
  message,
  messageChanged,
  messageReaction,
  slashMessage,
  submitInMessage,
  taskFetch,
  taskSubmit,
  teamChanged,
  typing,
} from './peers/activities.ts';
import { at } from './peers/at.ts';
import type { Json } from './peers/json.ts';
import { type Answer, knock } from './peers/send.ts';
import { buttonsIn } from './reading.ts';
import { POLICE, type Stage, startStage } from './stage.ts';

/** Requests that are not as they should be, from whoever has the right token, get an answer and break nothing. */

let stage: Stage;
/** How much later it is than it really is, in milliseconds. */
let later = 0;

beforeAll(async () => {
  stage = await startStage({ monotonic: () => performance.now() + later });
  await stage.link('T1', POLICE);
  await stage.type('T1', 'anna', 'help');
});
afterAll(() => stage.close());
beforeEach(() => {
  stage.connector.calls.length = 0;
  stage.logged.length = 0;
});
afterEach(() => {
  expect(stage.connector.violations).toEqual([]);
  expect(stage.logged.filter((line) => line.includes('Error'))).toEqual([]);
});

const anna = () => at(stage.connector, 'T1');
const inChannel = () => at(stage.connector, 'T1', 'anna', 'channel');

async function comes(body: string | Buffer, headers: Record<string, string> = {}): Promise<Answer> {
  const authorization = `Bearer ${stage.openid.mint(anna().serviceUrl)}`;
  const all = { 'content-type': 'application/json', ...headers };
  const answer = await knock(stage.base, { authorization, headers: all, body });
  await stage.teams.settled();
  expectPlain(answer);
  return answer;
}

/** No stack, no path of a file, no page. */
function expectPlain({ text }: Answer): void {
  expect(text).not.toMatch(/\n\s+at |node_modules|file:|\.[jt]s:\d|<html/i);
}

describe('a body that is no activity', () => {
  it.each([
    '{',
    '{"type":',
    '"',
    "{'type':'message'}",
    '\u0000',
    '{}}',
    '[1,',
    'NaN',
    '\uFEFF{"type":1',
  ])('gets 400: %j', async (body) => {
    expect((await comes(body)).status).toBe(400);
  });

  it.each([
    '',
    'null',
    'true',
    '12',
    '"message"',
    '[]',
    '[{"type":"message"}]',
    '{}',
    '{"type":null}',
    '{"__proto__":{"type":"message"}}',
    '{"constructor":{"prototype":{"type":"message"}}}',
  ])('gets 400 though it is JSON: %j', async (body) => {
    expect((await comes(body)).status).toBe(400);
    expect(({} as Json).type).toBeUndefined();
  });

  it('gets an answer however deep it is', async () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const deep = `${open.repeat(20_000)}1${close.repeat(20_000)}`;
      expect((await comes(deep)).status).toBe(400);
      const inside = `${JSON.stringify(message(anna(), 'help')).slice(0, -1)},"value":${deep}}`;
      expect((await comes(inside)).status).toBeLessThan(500);
    }
  });

  it('gets 413 when it is huge', async () => {
    const huge = JSON.stringify(message(anna(), 'x'.repeat(2_000_000)));
    expect((await comes(huge)).status).toBe(413);
  });

  it('is refused in another content type or encoding', async () => {
    const body = JSON.stringify(message(anna(), 'help'));
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'x'])
      expect([400, 415]).toContain((await comes(body, { 'content-type': type })).status);
    expect((await comes(body, { 'content-encoding': 'x-onbekend' })).status).toBe(415);
    expect((await comes(body, { 'content-encoding': 'gzip' })).status).toBe(400);
    expect([400, 415]).toContain(
      (await comes(body, { 'content-type': 'application/json; charset=x-onbekend' })).status,
    );
    expect(stage.connector.calls).toEqual([]);
  });
});

describe('another method', () => {
  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('finds nothing: %s', async (method) => {
    const authorization = `Bearer ${stage.openid.mint(anna().serviceUrl)}`;
    const answer = await knock(stage.base, { method, authorization });
    expect(answer.text).not.toMatch(/\n\s+at |node_modules/);
    // Express answers OPTIONS by itself with what may be done at an address.
    expect(method === 'OPTIONS' ? [200, 204, 401, 404, 405] : [401, 404, 405]).toContain(answer.status);
  });
});

const KINDS: [string, () => Json][] = [
  ['a message', () => message(anna(), 'help')],
  ['a message in a channel', () => message(inChannel(), 'help')],
  ['a slash command', () => slashMessage(inChannel(), 'help')],
  ['a button in a message', () => submitInMessage(anna(), { cr: '{"c":"help"}' }, '1795430000001')],
  [
    'a button with an answer',
    () => executeAction(anna(), { verb: 'help', data: { cr: '{"c":"help"}' }, replyToId: '1' }),
  ],
  ['a dialog that opens', () => taskFetch(anna(), { cr: '{"c":"nieuw"}' }, '1')],
  ['a dialog that is sent', () => taskSubmit(anna(), { cr: '{"c":"nieuw"}' }, '1')],
  ['a search', () => extensionQuery(anna(), { commandId: 'zoek', text: 'phishing', parameter: 'tekst' })],
  ['an installation', () => installationUpdate(anna(), 'add')],
  ['an installation in a team', () => installationUpdate(inChannel(), 'add')],
  ['a new member', () => membersChanged(inChannel(), 'added', [stage.connector.person('T1', 'bram')])],
  ['a channel', () => channelChanged(inChannel(), 'channelRenamed', { id: '19:x@thread.tacv2', name: 'x' })],
  ['a team', () => teamChanged(inChannel(), 'teamRenamed', 'Nieuw')],
  ['a reaction', () => messageReaction(anna(), '1795430000001')],
  ['typing', () => typing(anna())],
];

const FIELDS = [
  'id',
  'type',
  'name',
  'text',
  'value',
  'from',
  'conversation',
  'recipient',
  'channelData',
  'channelId',
  'serviceUrl',
  'entities',
  'locale',
  'replyToId',
  'membersAdded',
];
const WRONG: unknown[] = [
  null,
  12,
  'x',
  true,
  [],
  [null],
  {},
  { id: 12 },
  { id: null, name: {} },
  ['x', { id: [] }],
];

describe.each(KINDS)('%s', (_name, make) => {
  it('gets an answer that is no failure without any one of its fields', async () => {
    for (const field of FIELDS) {
      const { [field]: _left, ...rest } = make();
      const { status } = await comes(JSON.stringify(rest));
      expect(status === 501 || status < 500, `without ${field}: ${status}`).toBe(true);
    }
  });

  it('gets an answer that is no failure when a field is of another kind', async () => {
    for (const field of FIELDS)
      for (const wrong of WRONG) {
        const { status } = await comes(JSON.stringify({ ...make(), [field]: wrong }));
        expect(status === 501 || status < 500, `${field} ${JSON.stringify(wrong)}: ${status}`).toBe(true);
      }
  });

  it('gets an answer that is no failure when it names no tenant, no person and no place', async () => {
    const { conversation, channelData, from, ...rest } = make();
    const { tenantId: _tenantId, ...nowhere } = conversation as Json;
    const { tenant: _tenant, ...ofNobody } = channelData as Json;
    const { id: _id, ...nobody } = from as Json;
    const { aadObjectId: _aadObjectId, ...anonymous } = from as Json;
    for (const more of [
      { conversation: nowhere, channelData: ofNobody, from },
      { conversation: { ...nowhere, id: undefined }, channelData, from },
      { conversation, channelData, from: nobody },
      { conversation, channelData, from: anonymous },
    ]) {
      const { status } = await comes(JSON.stringify({ ...rest, ...more }));
      expect(status === 501 || status < 500, `${JSON.stringify(more)}: ${status}`).toBe(true);
    }
  });
});

describe('what the bot does not do', () => {
  it.each([
    ...[
      'signin/verifyState',
      'signin/tokenExchange',
      'signin/failure',
      'fileConsent/invoke',
      'tab/fetch',
      'task/onbekend',
      'iets/nieuws',
      '__proto__',
    ],
    ...['constructor', '', 'x'.repeat(2_000)],
  ])('gets 501 when Teams waits for it: %s', async (name) => {
    expect((await comes(JSON.stringify(invoke(anna(), name, {})))).status).toBe(501);
  });

  it.each([
    'event',
    'handoff',
    'endOfConversation',
    'trace',
    'messageUpdate',
    '__proto__',
    'x'.repeat(2_000),
  ])('passes over what comes as: %s', async (type) => {
    expect((await comes(JSON.stringify({ ...message(anna(), 'help'), type }))).status).toBeLessThan(500);
    expect(stage.connector.calls.filter(({ call }) => call === 'create')).toEqual([]);
  });

  it('does not answer what was changed or taken back', async () => {
    for (const change of ['deleted', { text: 'help' }] as const)
      expect((await comes(JSON.stringify(messageChanged(anna(), '1795430000001', change)))).status).toBe(200);
    expect(stage.connector.calls).toEqual([]);
  });
});

describe('the same activity sent twice', () => {
  const created = () => stage.connector.calls.filter(({ call }) => call === 'create').length;

  it('is answered once', async () => {
    const activity = JSON.stringify(message(anna(), 'help'));
    const first = await comes(activity);
    const answers = created();
    expect(answers).toBeGreaterThan(0);
    const again = await comes(activity);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(created()).toBe(answers);
  });

  it('is answered once when both come at the same time', async () => {
    const alone = JSON.stringify(message(anna(), 'help'));
    await comes(alone);
    const answers = created();
    stage.connector.calls.length = 0;
    const activity = JSON.stringify(message(anna(), 'help'));
    await Promise.all([comes(activity), comes(activity), comes(activity)]);
    expect(created()).toBe(answers);
  });

  it('acts once when it is a button', async () => {
    const seen = await stage.type('T1', 'anna', 'help');
    const button = buttonsIn(seen.cards).find(({ type }) => type === 'Action.Execute');
    const { verb, data } = button as { verb: string; data: unknown };
    const activity = JSON.stringify(executeAction(anna(), { verb, data, replyToId: '1795430000001' }));
    expect((await comes(activity)).status).toBe(200);
    const revision = await stage.app.store.revision();
    const calls = stage.connector.calls.length;
    // Long after what could be a double click.
    later += 60_000;
    expect((await comes(activity)).status).toBe(200);
    expect(await stage.app.store.revision()).toBe(revision);
    expect(stage.connector.calls.length).toBe(calls);
  });

  it('is another one when somebody else sends it, or in another place', async () => {
    const activity = message(anna(), 'help');
    await comes(JSON.stringify(activity));
    const before = created();
    const elsewhere = { ...message(at(stage.connector, 'T1', 'bram'), 'help'), id: activity.id };
    await comes(JSON.stringify(elsewhere));
    expect(created()).toBeGreaterThan(before);
  });
});
