import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { defineCommand } from '../../src/command/command.ts';
import { optional, text } from '../../src/command/fields.ts';
import { blockActions } from './peers/requests.ts';
import type { Json } from './reading.ts';
import { wordsIn } from './reading.ts';
import { POLICE, type Stage, startStage } from './stage.ts';

const FIELDS = 150;
const names = Array.from({ length: FIELDS }, (_, index) => `veld${index}`);

/** More fields than a modal holds; it answers with what it was given. */
const long = defineCommand({
  name: 'lang',
  aliases: [],
  access: 'reader',
  args: z.object({ naam: text(), ...Object.fromEntries(names.map((name) => [name, optional(text())])) }),
  examples: ['x'],
  run: async (_context, given) => {
    const args: Record<string, unknown> = given;
    const values = [args.naam, args.veld0, args[`veld${FIELDS - 1}`]].filter(Boolean).join(', ');
    return {
      type: 'message',
      title: 'Lang',
      audience: 'private',
      sections: [{ type: 'text', text: values }],
    };
  },
});

let stage: Stage;
beforeAll(async () => {
  stage = await startStage({ extra: [long] });
  await stage.link('T1', POLICE);
});
afterAll(async () => {
  expect(stage.server.violations).toEqual([]);
  await stage.close();
});

it('a form that is too long for one modal goes on in the next, with what was filled in before', async () => {
  const seen = await stage.type('T1', 'anna', 'lang');
  const first = seen.view as Json;
  expect(wordsIn(first)).toContain('Deel 1 van 2');
  const next = await stage.submit('T1', 'anna', first, { 'arg:naam': 'Anna', 'arg:veld0': 'begin' });
  expect(next.answer).toMatchObject({ response_action: 'update' });
  const second = { ...(next.answer.view as Json), id: first.id, root_view_id: first.id };
  const done = await stage.submit('T1', 'anna', second, { [`arg:veld${FIELDS - 1}`]: 'eind' });
  expect(done.answer).toEqual({ response_action: 'clear' });
  expect(done.text).toContain('Anna, begin, eind');
});

it('an error on an earlier page brings that page back', async () => {
  const seen = await stage.type('T1', 'anna', 'lang');
  const first = seen.view as Json;
  const next = await stage.submit('T1', 'anna', first, { 'arg:naam': 'A'.repeat(300), 'arg:veld0': 'kort' });
  const second = { ...(next.answer.view as Json), id: first.id, root_view_id: first.id };
  const again = await stage.submit('T1', 'anna', second, {});
  expect(again.answer).toMatchObject({ response_action: 'update' });
  expect(again.text).toContain('Deel 1 van 2');
  expect(again.text).toContain('kort');
});

it('what is chosen on a later page does not lose the earlier ones', async () => {
  const first = (await stage.type('T1', 'anna', 'lang')).view as Json;
  const next = await stage.submit('T1', 'anna', first, { 'arg:naam': 'Anna', 'arg:veld0': 'begin' });
  const second = { ...(next.answer.view as Json), id: first.id, root_view_id: first.id };
  const user = stage.server.person('T1', 'anna').id;
  const name = `arg:veld${FIELDS - 1}`;
  const action = { type: 'plain_text_input', action_id: name, block_id: name };
  const trigger = await stage.server.newTrigger('T1', user);
  await stage.send(
    blockActions({ team: 'T1', user, view: second, values: { [name]: 'eind' }, action, trigger }),
  );
  const done = await stage.submit('T1', 'anna', second, { [name]: 'eind' });
  expect(done.text).toContain('Anna, begin, eind');
});
