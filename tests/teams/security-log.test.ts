import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sdkLog } from '../../src/adapters/teams/connect/sdk-log.ts';
import { keptLog } from '../support/log-lines.ts';
import { SECRET_WORDS, secretRecords } from '../support/secret-records.ts';
import { put } from '../support/test-store.ts';
import {
  executeAction,
  extensionFetchTask,
  extensionQuery,
  extensionQueryLink,
  installationUpdate,
  membersChanged,
  message,
  submitInMessage,
  taskFetch,
  taskSubmit,
  teamChanged,
} from './peers/activities.ts';
import { at } from './peers/at.ts';
import type { CallName, Does } from './peers/script.ts';
import { knock } from './peers/send.ts';
import { buttonsIn, type Json } from './reading.ts';
import { POLICE, type Seen, type Stage, startStage } from './stage.ts';

/** Whatever goes wrong, the log holds nothing that opens a door, and nothing that people wrote or were told. */

const { log, lines } = keptLog();
let stage: Stage;
let hours = 0;
let shown: Seen;
/** Every token that came in. */
const tokens: string[] = [];

beforeAll(async () => {
  // A clock on which accounts are looked at again each time.
  stage = await startStage({ log, monotonic: () => hours++ * 25 * 3_600_000 });
  const { mint } = stage.openid;
  stage.openid.mint = (...given) => {
    const token = mint(...given);
    tokens.push(token);
    return token;
  };
  await put(stage.app.store, ...secretRecords);
  await stage.link('T1', POLICE);
  await stage.type('T1', 'anna', 'help');
  await stage.change((await stage.person('T1', 'anna')).id, { role: 'coordinator', locale: 'nl' });
  shown = await stage.type('T1', 'anna', 'toon zonnewende', { where: 'algemeen' });
});
afterAll(() => stage.close());

function expectClean(): void {
  const written = [...stage.logged, ...lines].join('\n');
  const { people } = stage.connector.tenant('T1');
  const names = people.flatMap(({ realName, email }) => [realName, email]);
  const secrets = [stage.connector.token, 'een-geheim-dat-niet-gebruikt-wordt', '11'.repeat(32)];
  const signatures = tokens.map((token) => token.split('.').at(-1) ?? token);
  for (const word of [
    ...secrets,
    ...signatures,
    ...SECRET_WORDS,
    ...names,
    'Vuursalamander',
    'VUUR-SALA-MAND',
  ])
    expect(
      written.includes(word),
      `${word} in ${lines.find((line) => line.includes(word))?.slice(0, 400)}`,
    ).toBe(false);
}

/** All that people and Teams do, once. */
async function doAll(): Promise<void> {
  const personal = at(stage.connector, 'T1', 'anna');
  const channel = at(stage.connector, 'T1', 'anna', 'algemeen');
  const group = at(stage.connector, 'T1', 'anna', 'group');
  const stranger = at(stage.connector, 'T2', 'bram');
  const replyToId = String(stage.connector.shown(channel.conversation).at(-1)?.id ?? '1');
  const all = [
    ...[personal, channel, group, stranger].flatMap((from) => [
      message(from, 'Vuursalamander'),
      message(from, 'toon zonnewende'),
      message(from, 'koppel VUUR-SALA-MAND'),
      installationUpdate(from, 'add'),
    ]),
    ...buttonsIn(shown.cards).flatMap(({ data }) => [
      executeAction(channel, { verb: 'x', data, replyToId }),
      taskFetch(channel, data, replyToId),
      submitInMessage(channel, data as Json, replyToId),
      taskSubmit(channel, { ...(data as Json), 'arg:titel': 'Vuursalamander', page: '0', pages: '1' }),
    ]),
    taskSubmit(stranger, { cr: '{"c":"koppel"}', page: '0', pages: '1', 'arg:code': 'VUUR-SALA-MAND' }),
    extensionQuery(group, { commandId: 'campagne', text: 'Vuursalamander', parameter: 'wat' }),
    extensionQueryLink(group, `${stage.base}/campagnes/vuursalamander`),
    extensionFetchTask(group, 'bewaar-signaal', { id: '1', html: '<p>Vuursalamander</p>' }),
    membersChanged(channel, 'added', 'bot'),
    teamChanged(channel, 'teamRenamed'),
  ];
  for (const activity of all) await stage.send(activity);
  const { id: recipient } = await stage.person('T1', 'anna');
  const road = { platform: 'teams', tenant: personal.tenant.id, address: personal.person.aadObjectId };
  const title = 'Zonnewende';
  const outgoing = {
    road,
    recipient,
    kind: 'nudges',
    locale: 'nl',
    message: { type: 'message', title, sections: [] },
  };
  await stage.teams.platform.send(outgoing as never, AbortSignal.timeout(5_000));
  await stage.teams.refreshCards();
}

const WRONG: Does[] = [
  { status: 400, code: 'BadSyntax' },
  { status: 401 },
  { status: 403 },
  { status: 404 },
  { status: 413 },
  { status: 500 },
  { drop: 'before' },
  { drop: 'after' },
];

describe('the log', () => {
  it.each(
    WRONG.map((does) => [JSON.stringify(does), does] as const),
  )('tells nothing while the Bot Connector answers %s', async (_name, does) => {
    const before = lines.length;
    const { script } = stage.connector;
    script.push({ call: '*', times: 10_000, does });
    await doAll();
    script.length = 0;
    expect(lines.length).toBeGreaterThan(before);
    expectClean();
  });

  it.each<CallName>([
    'member',
    'create',
    'update',
    'conversation',
    'channels',
  ])('tells nothing while it fails only at %s', async (call) => {
    stage.connector.script.push({ call, times: 10_000, does: { status: 500 } });
    await doAll();
    stage.connector.script.length = 0;
    expectClean();
  });

  it('tells nothing of what cannot be read', async () => {
    const from = at(stage.connector, 'T1', 'anna');
    const authorization = `Bearer ${stage.openid.mint(from.serviceUrl)}`;
    const text = JSON.stringify(message(from, 'Vuursalamander'));
    const odd = [
      text.slice(0, -20),
      text.replace('"message"', '{"a":"Vuursalamander"}'),
      JSON.stringify({ ...message(from, 'Vuursalamander'), from: 'Vuursalamander' }),
      JSON.stringify(executeAction(from, { verb: 'x', data: 'Vuursalamander', replyToId: '1' })),
      JSON.stringify(taskSubmit(from, { cr: 'Vuursalamander' })),
      JSON.stringify(taskSubmit(from, { cr: '{"c":"Vuursalamander"}', from: 'Vuursalamander' })),
    ];
    for (const body of odd) await knock(stage.base, { authorization, body });
    await stage.teams.settled();
    expectClean();
  });

  it('tells only the first words of what Teams’ library says', () => {
    const sdk = sdkLog(log);
    const before = lines.length;
    const token = stage.connector.token;
    for (const level of ['error', 'warn', 'info', 'debug', 'trace'] as const) {
      sdk[level]('it failed', { headers: { authorization: `Bearer ${token}` } }, 'Vuursalamander');
      sdk[level](Object.assign(new Error('it failed'), { config: { data: 'Vuursalamander', token } }));
      sdk.log(level, 'it failed', token);
    }
    expect(lines.length).toBeGreaterThan(before);
    expectClean();
  });
});
