import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOME_ZONE } from '../../src/core/clock.ts';
import { sampleCampaign } from '../support/samples.ts';
import { put } from '../support/test-store.ts';
import { type Bringing, bringing, conversationWith, lateTask, partner, received } from './bringing.ts';
import { blockActions } from './peers/requests.ts';
import { buttonsIn, type Json, wordsIn } from './reading.ts';
import { POLICE, type Stage, startStage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
  await stage.link('T1', POLICE);
});
afterEach(async () => {
  expect(stage.server.violations).toEqual([]);
  await stage.close();
});

/** What Bram gets on Monday morning: two tasks that are late, and what these rules find besides. */
async function monday(...rules: string[]): Promise<Json> {
  const bram = await partner(stage, 'T1', 'bram', { contact: true });
  await lateTask(stage, bram.id, 'stand');
  await lateTask(stage, bram.id, 'folder');
  const bot: Bringing = await bringing(stage, ['task-overdue', ...rules]);
  await bot.at('2026-11-23T08:31');
  return message();
}

/** The newest message as Slack gives it back: every block has an id. */
async function message(): Promise<Json> {
  const found = (await received(stage, 'T1', 'bram')).at(-1) ?? {};
  const blocks = (found.blocks as Json[]).map((block, index) => ({ block_id: `b${index}`, ...block }));
  return { ...found, blocks };
}

/** A campaign of the police in thirty days, of which the date is not confirmed. */
const datedCampaign = () =>
  sampleCampaign('datum', {
    period: { start: '2026-12-21', end: '2026-12-22', zone: HOME_ZONE },
    leads: [{ organisation: POLICE }],
  });

const DIGEST = { weekday: 1, time: '08:30', off: false, quietLine: false };
const SOURCE = { 'arg:bron': 'Website van de organisatie' };

const labelOf = ({ text }: Json) => (text as { text: string }).text;
const labels = (shown: unknown) => buttonsIn(shown).map(labelOf);

/** The labels of the buttons below the entry with this in it. */
function rowOf({ blocks }: Json, entry: string): Json[] {
  const all = blocks as Json[];
  const at = all.findIndex((block) => block.type === 'rich_text' && wordsIn(block).includes(entry));
  return buttonsIn(all[at + 1]);
}

async function task(name: string) {
  const found = await stage.app.store.get(`task/${name}`);
  if (!found) throw new Error(`no task ${name}`);
  return found;
}

/** Somebody presses a button below an entry, in a message as it was when they looked; gives what they are told. */
async function press(shown: Json, entry: string, label: string, who = 'bram'): Promise<string> {
  const { server } = stage;
  const action = rowOf(shown, entry).find((button) => labelOf(button) === label);
  if (!action) throw new Error(`no ${label} among ${wordsIn(shown)}`);
  const user = server.person('T1', who).id;
  const responseUrl = server.newResponseUrl('T1');
  await stage.send(
    blockActions({
      team: 'T1',
      user,
      channel: await conversationWith(stage, 'T1', 'bram'),
      message: shown,
      action,
      trigger: await server.newTrigger('T1', user),
      responseUrl,
    }),
  );
  return wordsIn(server.responses.filter(({ id }) => responseUrl.endsWith(`/${id}`)).map(({ body }) => body));
}

describe('a button in a message that the bot sent', () => {
  it('acts, and its row gives way to what was answered, while the others stay', async () => {
    expect(await press(await monday(), 'folder', 'Klaar')).toMatch(/genoteerd als klaar/);
    expect([(await task('stand')).done, (await task('folder')).done]).toEqual([false, true]);
    const now = await message();
    expect(wordsIn(now)).toMatch(/Taak folder.*\n✅ Beantwoord: Klaar/);
    expect(labels(now)).toEqual(['Klaar', 'Wordt later', 'Vervalt', 'Anders…']);
    expect(now.metadata).toMatchObject({ event_type: 'campagneregie_delivery' });
  });

  it('acts once, though it is pressed twice at the same moment and again later', async () => {
    const shown = await monday();
    const told = await Promise.all([press(shown, 'stand', 'Klaar'), press(shown, 'stand', 'Klaar')]);
    expect(told.filter((words) => words.includes('genoteerd'))).toHaveLength(1);
    const { version } = await task('stand');
    await press(shown, 'stand', 'Klaar');
    expect(await press(shown, 'stand', 'Vervalt')).toMatch(/al beantwoord/);
    expect(await task('stand')).toMatchObject({ done: true, version });
    expect(wordsIn(await message()).match(/Beantwoord/g)).toHaveLength(1);
  });

  it('and one in another row at the same moment both give way', async () => {
    const shown = await monday();
    await Promise.all([press(shown, 'stand', 'Klaar'), press(shown, 'folder', 'Vervalt')]);
    expect(labels(await message())).toEqual([]);
  });

  it('in a weekly digest does the same', async () => {
    await partner(stage, 'T1', 'bram', { contact: true, digest: DIGEST });
    const bram = await stage.person('T1', 'bram');
    await lateTask(stage, bram.id, 'stand');
    await (await bringing(stage, ['task-overdue'])).at('2026-11-23T08:31');
    const shown = await message();
    expect(wordsIn(shown)).toMatch(/Taak stand/);
    expect(await press(shown, 'Taak stand', 'Klaar')).toMatch(/genoteerd als klaar/);
    const now = await message();
    expect(wordsIn(now)).toMatch(/Taak stand.*\n✅ Beantwoord: Klaar/);
    expect((now.blocks as Json[]).length).toBe((shown.blocks as Json[]).length);
  });

  it('that asks again later gives way as well', async () => {
    await put(stage.app.store, datedCampaign());
    const shown = await monday('date-open');
    expect(await press(shown, 'Campagne datum', 'Vraag het over een week')).toMatch(/30 november/);
    expect(wordsIn(await message())).toMatch(/Campagne datum.*\n✅ Beantwoord: Vraag het over een week/);
  });

  it('that opens a form stays until that is sent', async () => {
    const shown = await monday();
    await press(shown, 'stand', 'Wordt later');
    const form = stage.server.opened('T1').at(-1);
    expect(form).toMatchObject({ type: 'modal', callback_id: 'form:antwoord' });
    expect(wordsIn(form)).toMatch(/Taak stand/);
    expect(labels(await message())).toEqual(labels(shown));
  });

  it('that confirms a date opens its form, and saves it once', async () => {
    await put(stage.app.store, datedCampaign());
    await press(await monday('date-open'), 'Campagne datum', 'Datum bevestigen');
    const view = stage.server.opened('T1').at(-1) as Json;
    const saved = await stage.submit('T1', 'bram', view, SOURCE);
    expect(saved.answer).toEqual({ response_action: 'clear' });
    expect(await stage.app.store.get('campaign/datum')).toMatchObject({ dateState: 'confirmed' });
    expect(wordsIn(await message())).toContain('Beantwoord: Datum bevestigen');
    const { version } = (await stage.app.store.get('campaign/datum')) ?? {};
    await stage.submit('T1', 'bram', view, SOURCE);
    expect(await stage.app.store.get('campaign/datum')).toMatchObject({ version });
  });
});

describe('a button whose record changed meanwhile', () => {
  it('says so, and changes nothing', async () => {
    const shown = await monday();
    await stage.type('T1', 'bram', 'taak klaar herfst folder');
    const { done, version } = await task('folder');
    expect(done).toBe(true);
    expect(await press(shown, 'folder', 'Vervalt')).toMatch(/intussen al geregeld of veranderd/);
    expect(await task('folder')).toMatchObject({ done: true, version });
    expect(labels(await message())).toEqual(labels(shown));
  });
});

describe('a button in somebody else’s message', () => {
  it('does nothing that the one who presses may not do', async () => {
    const shown = await monday();
    const { version } = await task('stand');
    for (const label of ['Klaar', 'Vervalt']) {
      await press(shown, 'stand', label, 'anna');
      expect(wordsIn(stage.server.opened('T1').at(-1))).toMatch(/niet voor jou/);
      expect(await press(shown, 'stand', label, 'gast')).toMatch(/Je bent hier te gast/);
    }
    expect(await task('stand')).toMatchObject({ done: false, version });
    expect(labels(await message())).toEqual(labels(shown));
  });
});
