import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { fieldsOf } from '../../src/command/bind.ts';
import { blockActions, viewSubmission } from './peers/requests.ts';
import { type Json, wordsIn } from './reading.ts';
import { POLICE, type Stage, startStage } from './stage.ts';

/** Buttons and forms that are not as we made them do nothing, or are answered; the program does not stumble. */

let stage: Stage;
let revision: number;
const anna = () => ({ team: 'T1', user: stage.server.person('T1', 'anna').id });

beforeAll(async () => {
  stage = await startStage();
  await stage.link('T1', POLICE);
  await stage.type('T1', 'anna', 'help');
  await stage.type('T1', 'bram', 'help');
});
afterAll(() => stage.close());
beforeEach(async () => {
  stage.logged.length = 0;
  revision = await stage.app.store.revision();
});

async function expectNothingDone(): Promise<void> {
  expect(await stage.app.store.revision()).toBe(revision);
  expect(stage.logged).toEqual([]);
  expect(stage.server.violations).toEqual([]);
}

/** Anna presses a button with this value; gives the words of what she is told. */
async function press(value: unknown, more: Json = {}): Promise<string> {
  const { server } = stage;
  const [calls, responses] = [server.calls.length, server.responses.length];
  const action = { action_id: 'run:0', text: { type: 'plain_text', text: 'Druk' }, value, ...more };
  const trigger = await server.newTrigger('T1', anna().user);
  const channel = server.channel('T1', 'algemeen');
  const responseUrl = server.newResponseUrl('T1');
  const pressed = { ...anna(), action, trigger, responseUrl, ephemeral: '1795430000.000001', channel };
  expect((await stage.send(blockActions(pressed))).status).toBe(200);
  return wordsIn([server.calls.slice(calls).map(({ body }) => body), server.responses.slice(responses)]);
}

const button = (c: unknown, a?: unknown, more: Json = {}) => JSON.stringify({ c, a, ...more });

describe('a button whose value is not ours', () => {
  const VALUES: [string, unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['a number', 12],
    ['an object', { c: 'help' }],
    ['no JSON', 'garbage {'],
    ['an empty text', ''],
    ['huge', button('zoek', { woorden: 'x'.repeat(500_000) })],
    ['deep', '['.repeat(15_000) + ']'.repeat(15_000)],
    ['__proto__', '{"__proto__":{"c":"help"}}'],
    ['with __proto__ among its arguments', '{"c":"zoek","a":{"__proto__":"x"}}'],
    ['with arguments that are no texts', button('zoek', { woorden: { $ne: 1 } })],
    ['with a version that is none', button('zoek', {}, { v: -1 })],
    ['with more than ours', button('zoek', {}, { z: 1 })],
    ['without a command', button(undefined, {})],
    ['a list for a command', button(['help'], {})],
  ];
  it.each(VALUES)('does nothing: %s', async (_name, value) => {
    expect(await press(value)).toBe('');
    await expectNothingDone();
  });

  it.each([
    ...[
      'bestaat-niet',
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      ' ',
      '\\u0000',
      '/campagne',
    ],
    'x'.repeat(1_000),
  ])('is answered when there is no such command: %s', async (command) => {
    expect(await press(button(command))).toContain('Dat begrijp ik niet');
    await expectNothingDone();
  });

  it('is not drawn by what its row is called', async () => {
    for (const block_id of [
      'r0:{"c":"koppelcode"}',
      'r0:garbage',
      'x0:',
      'r0:{"__proto__":1}',
      'z9'.repeat(120),
    ])
      await press(button('help', { block_id }), { block_id });
    await expectNothingDone();
  });

  it('shares only what can be shared', async () => {
    const wats = [
      '',
      'garbage',
      button('deel-in-kanaal', { wat: 'x' }),
      button('bestaat-niet'),
      button('koppelcode'),
    ];
    for (const wat of wats) await press(button('deel-in-kanaal', { wat }));
    await press(button('deel-in-kanaal', { wat: [button('persoon'), 'x'] }));
    await press(button('deel-in-kanaal'));
    expect(await stage.server.messages('T1', stage.server.channel('T1', 'algemeen'))).toEqual([]);
    await expectNothingDone();
  });
});

describe('a command that the presser may not give', () => {
  const over = commands.filter(({ access }) => access === 'partner' || access === 'coordinator');
  it.each(over)('is refused: $name', async ({ name, access }) => {
    for (const more of [{}, { k: 1 }, { f: 1 }, { k: 1, v: 1 }])
      expect(await press(button(name, {}, more))).toContain(
        access === 'partner' ? `"${name}" is voor partners` : `"${name}" is alleen voor coördinatoren`,
      );
    await expectNothingDone();
  });
});

describe('arguments out of any range', () => {
  const WRONG = [
    ...['-1', '1e999', '99999999999999999999', 'NaN', '2026-02-31', '0000-00-00', '../../etc/passwd'],
    ...[
      '__proto__',
      'campaign/__proto__',
      'person/',
      '\\u0000',
      '<!channel>',
      'x'.repeat(1_500),
      "' OR 1=1 --",
    ],
  ];
  it.each(commands)('are answered: $name', async (command) => {
    const { id } = await stage.person('T1', 'anna');
    await stage.change(id, { role: 'coordinator' });
    revision = await stage.app.store.revision();
    for (const [index, { name }] of fieldsOf(command).entries())
      for (const step of [0, 1, 2]) {
        const value = WRONG[(index * 3 + step) % WRONG.length];
        const text = await press(button(command.name, { [name]: step === 2 ? [value, value] : value }));
        expect(text, `${name}: ${value}`).not.toBe('');
      }
    expect(stage.logged).toEqual([]);
    expect(stage.server.violations).toEqual([]);
  });
});

describe('a form that is not as we made it', () => {
  async function submit(metadata: string, values: Json = {}, callback = 'form:nieuw'): Promise<Json> {
    const view = {
      id: 'V0VERVALST',
      type: 'modal',
      callback_id: callback,
      private_metadata: metadata,
      blocks: [],
    };
    const sent = viewSubmission({ ...anna(), view, values: {}, trigger: `vals ${count++}` });
    const response = await stage.send({ ...sent, view: { ...view, state: { values } } });
    expect(response.status).toBe(200);
    const text = await response.text();
    return text === '' ? {} : JSON.parse(text);
  }
  let count = 0;
  const form = (c: unknown, more: Json = {}) => JSON.stringify({ c, p: 0, n: 1, ...more });

  it.each([
    ...['', 'garbage', 'null', '[]', '{}', '{"__proto__":{"c":"help"}}', form(undefined), form(1)],
    ...[
      form('nieuw', { p: -1 }),
      form('nieuw', { n: 1.5 }),
      form('nieuw', { v: 'x' }),
      form('nieuw', { d: 1 }),
    ],
  ])('is closed: %s', async (metadata) => {
    expect(await submit(metadata)).toEqual({ response_action: 'clear' });
    await expectNothingDone();
  });

  it.each([
    form('bestaat-niet'),
    form('__proto__', { k: 1 }),
    form('nieuw', { p: 9e15, n: 9e15 }),
    form('nieuw', { p: 0, n: 9e15 }),
    form('toon', { d: 'x'.repeat(2_000) }),
    form('toon', { d: '__proto__' }),
    ...commands
      .filter(({ access }) => access === 'coordinator')
      .map(({ name }) => form(name, { k: 1, v: 1 })),
  ])('is answered: %s', async (metadata) => {
    const { id } = await stage.person('T1', 'anna');
    await stage.change(id, { role: 'reader' });
    revision = await stage.app.store.revision();
    expect(await submit(metadata)).toHaveProperty('response_action');
    await expectNothingDone();
  });

  it('holds inputs of any shape', async () => {
    const shapes: Json[] = [
      { b: { 'arg:wat': { type: 'plain_text_input', value: 'x'.repeat(3_000) } } },
      { b: { 'arg:__proto__': { type: 'plain_text_input', value: 'x' } } },
      { b: { 'arg:': { type: 'external_select', selected_option: null } } },
      { b: { 'arg:wat': { type: 'multi_external_select', selected_options: [{}, { value: 'a' }] } } },
      { __proto__: { 'arg:wat': { value: 'x' } }, constructor: {} },
    ];
    for (const values of shapes)
      expect(await submit(form('toon'), values, 'form:toon')).toHaveProperty('response_action');
    await expectNothingDone();
  });

  it('does not get at the draft of someone else', async () => {
    const bram = await stage.person('T1', 'bram');
    const draft = await stage.app.drafts.save({
      person: bram.id,
      command: 'zoek',
      subject: undefined,
      args: { woorden: 'Vuursalamander', wat: 'Vuursalamander', titel: 'Vuursalamander' },
      updatedAt: stage.app.now(),
    });
    for (const command of ['zoek', 'toon', 'nieuw', 'concept'])
      for (const more of [{}, { k: 1 }, { n: 2 }]) {
        const answer = await submit(form(command, { d: draft, ...more }), {}, `form:${command}`);
        expect(JSON.stringify(answer)).not.toContain('Vuursalamander');
      }
    for (const doe of ['open', 'weg', 'verder', 'gooi-weg'])
      expect(await press(button('concept', { doe, concept: draft }, { k: 1 }))).not.toContain(
        'Vuursalamander',
      );
    expect(await stage.app.drafts.get(bram.id, draft)).toBeDefined();
    await expectNothingDone();
  });
});
