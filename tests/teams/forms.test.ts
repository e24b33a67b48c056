import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../src/domain/access/actor.ts';
import { scopeOf } from '../../src/domain/access/visibility.ts';
import { applicationSearch } from './peers/activities.ts';
import { at } from './peers/at.ts';
import { buttonsIn, inputsIn, type Json, wordsIn } from './reading.ts';
import { POLICE, type Seen, type Stage, startStage } from './stage.ts';

let stage: Stage;
let time = 0;
beforeAll(async () => {
  // A clock on which enough time passes between two presses that they are no double click.
  stage = await startStage({ monotonic: () => (time += 5_000) });
  await stage.link('T1', POLICE);
  await stage.type('T1', 'anna', 'help');
  await stage.change((await stage.person('T1', 'anna')).id, { role: 'coordinator' });
});
afterAll(async () => {
  expect(stage.connector.violations).toEqual([]);
  await stage.close();
});

const FILLED = {
  'arg:titel': 'Bel je bank terug',
  'arg:periode': '10 t/m 16 mei 2027',
  'arg:doelgroep:lijst': ['audience/senioren'],
};

/** The dialog that the button below a typed line opens. */
async function formOf(line: string): Promise<Json> {
  const opened = await stage.press('T1', 'anna', await stage.type('T1', 'anna', line), 'Formulier');
  if (!opened.dialog) throw new Error(`no dialog among: ${opened.text}`);
  return opened.dialog;
}

const submit = (dialog: Json, values: Parameters<Stage['submit']>[3]): Promise<Seen> =>
  stage.submit('T1', 'anna', dialog, values);

/** Sends a form, and agrees to the question that may come before it is saved. */
async function save(dialog: Json, values: Parameters<Stage['submit']>[3]): Promise<Seen> {
  const asked = await submit(dialog, values);
  return asked.dialog ? agree(asked) : asked;
}

/** Presses the button that saves all the same. */
function agree(asked: Seen): Promise<Seen> {
  const button = buttonsIn(asked.dialog).find(({ data }) => (data as Json).mark !== undefined);
  return stage.press('T1', 'anna', asked, String(button?.title));
}

async function titled(title: string) {
  const { campaigns } = await stage.app.store.entries({
    scope: scopeOf(PROGRAM, stage.app.now()),
    from: '2027-01-01',
    until: '2027-12-31',
    limit: 1_000,
  });
  return campaigns.filter((one) => one.title === title);
}

describe('a command with too few words', () => {
  it('shows what was understood, and a button that opens the form', async () => {
    const seen = await stage.type('T1', 'anna', 'nieuw "Bel je bank terug" doelgroep:senioren');
    expect(seen.dialog).toBeUndefined();
    expect(seen.text).toContain('Bel je bank terug');
    const opened = await stage.press('T1', 'anna', seen, 'Formulier');
    expect(wordsIn(opened.dialog)).toContain('Bel je bank terug');
    expect(inputsIn(opened.dialog).map(({ id }) => id)).toContain('arg:titel');
  });

  it('says what is wrong with what was typed', async () => {
    const seen = await stage.type('T1', 'anna', 'nieuw "Bel je bank terug" periode:flurp doelgroep:senioren');
    expect(seen.text).toContain('flurp');
  });
});

describe('a form that is sent', () => {
  it('closes when it is saved, and the answer stands in the conversation', async () => {
    const saved = await save(await formOf('nieuw'), { ...FILLED, 'arg:titel': 'Stil in mei' });
    expect(saved.dialog).toBeUndefined();
    expect(saved.text).toContain('Stil in mei');
    expect(await titled('Stil in mei')).toHaveLength(1);
  });

  it('comes back with the error at its field, and everything that was filled in', async () => {
    const sent = await submit(await formOf('nieuw'), { ...FILLED, 'arg:periode': 'flurp' });
    expect(wordsIn(sent.dialog)).toContain('Bel je bank terug');
    expect(wordsIn(sent.dialog)).toContain('flurp');
    expect(await titled('Bel je bank terug')).toEqual([]);
    const mended = await save(sent.dialog as Json, { 'arg:periode': '17 t/m 23 mei 2027' });
    expect(mended.dialog).toBeUndefined();
    expect(await titled('Bel je bank terug')).toHaveLength(1);
  });

  it('asks before it saves over a crowded week, and saves once when it is agreed to twice', async () => {
    const crowded = { ...FILLED, 'arg:titel': 'Drukke week', 'arg:periode': '11 t/m 17 okt 2027' };
    const asked = await submit(await formOf('nieuw'), crowded);
    expect(wordsIn(asked.dialog)).toContain('Drukke week');
    expect(await titled('Drukke week')).toEqual([]);
    const saved = await agree(asked);
    expect(saved.dialog).toBeUndefined();
    expect(saved.text).toContain('Drukke week');
    await agree(asked);
    expect(await titled('Drukke week')).toHaveLength(1);
  });

  it('can be given the quieter week that is advised', async () => {
    const crowded = { ...FILLED, 'arg:titel': 'Liever rustig', 'arg:periode': '11 t/m 17 okt 2027' };
    const asked = await submit(await formOf('nieuw'), crowded);
    const advised = buttonsIn(asked.dialog).find(({ style }) => style === 'positive');
    const chosen = await stage.press('T1', 'anna', asked, String(advised?.title));
    expect(chosen.text).toContain('Liever rustig');
    const [made, ...more] = await titled('Liever rustig');
    expect(more).toEqual([]);
    expect(made?.period?.start).not.toBe('2027-10-11');
  });

  it('is kept when saving fails, and there again when it is opened anew', async () => {
    const dialog = await formOf('nieuw');
    const change = stage.app.store.change;
    stage.app.store.change = async () => {
      throw new Error('the disk is full');
    };
    const values = { ...FILLED, 'arg:titel': 'Nog niet bewaard', 'arg:periode': '3 t/m 9 mei 2027' };
    const failed = await submit(dialog, values);
    stage.app.store.change = change;
    expect(failed.text).toContain('bewaard');
    expect(wordsIn(await formOf('nieuw'))).toContain('Nog niet bewaard');
  });

  it('does what it does once, however often the same is sent', async () => {
    const dialog = await formOf('nieuw');
    const values = { ...FILLED, 'arg:titel': 'Maar één keer', 'arg:periode': '24 t/m 30 mei 2027' };
    const asked = await submit(dialog, values);
    await agree(asked);
    await agree(await submit(dialog, values));
    await agree(asked);
    expect(await titled('Maar één keer')).toHaveLength(1);
  });

  it('whose answer Teams does not take says it in the dialog', async () => {
    const dialog = await formOf('nieuw');
    const asked = await submit(dialog, {
      ...FILLED,
      'arg:titel': 'Alleen hier',
      'arg:periode': '3 mei 2027',
    });
    stage.connector.script.push({ call: 'create', does: { status: 400 } });
    const saved = await agree(asked);
    expect(wordsIn(saved.dialog)).toContain('Alleen hier');
  });

  it('changes nothing when someone else saved meanwhile, and shows both', async () => {
    await save(await formOf('nieuw'), { ...FILLED, 'arg:titel': 'Wie eerst', 'arg:periode': '5 mei 2027' });
    const [made] = await titled('Wie eerst');
    const dialog = await formOf(`wijzig ${made?.id}`);
    await stage.type('T1', 'anna', `wijzig ${made?.id} boodschap:"Hang op"`);
    const sent = await submit(dialog, { 'arg:doel': 'Meer bellen' });
    expect(sent.text).toContain('Iemand was je voor');
    expect((await titled('Wie eerst'))[0]?.aim).toBeUndefined();
  });

  it('takes a period that is chosen day by day', async () => {
    const days = { 'arg:periode:van': '2027-05-31', 'arg:periode:tot': '2027-06-06', 'arg:periode': null };
    await save(await formOf('nieuw'), { ...FILLED, ...days, 'arg:titel': 'Dag voor dag' });
    expect((await titled('Dag voor dag'))[0]?.period).toMatchObject({
      start: '2027-05-31',
      end: '2027-06-06',
    });
  });

  it('empties what was emptied', async () => {
    const [made] = await titled('Dag voor dag');
    await stage.type('T1', 'anna', `wijzig ${made?.id} boodschap:"Hang op"`);
    await submit(await formOf(`wijzig ${made?.id}`), { 'arg:boodschap': null });
    expect((await titled('Dag voor dag'))[0]?.message ?? '').toBe('');
  });
});

describe('a field that is searched here', () => {
  it('finds names as they are typed, as far as the asker may see them', async () => {
    const dialog = await formOf('verzet');
    const field = inputsIn(dialog).find(({ id }) => id === 'arg:campagne') as { 'choices.data': Json };
    expect(field['choices.data']).toMatchObject({ type: 'Data.Query' });
    const from = at(stage.connector, 'T1', 'anna');
    const asked = applicationSearch(from, 'money mule', String(field['choices.data'].dataset));
    const answer = (await (await stage.send(asked)).json()) as { value: { results: { title: string }[] } };
    expect(answer.value.results.map(({ title }) => title)).toContain('European Money Mule Action 2027');
  });

  it('finds nothing for a field that there is not', async () => {
    const from = at(stage.connector, 'T1', 'anna');
    for (const dataset of ['verzet flurp', 'flurp', '', '__proto__ x']) {
      const answer = await (await stage.send(applicationSearch(from, 'a', dataset))).json();
      expect(answer).toMatchObject({ statusCode: 200, value: { results: [] } });
    }
  });
});
