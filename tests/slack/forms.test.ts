import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../src/domain/access/actor.ts';
import { scopeOf } from '../../src/domain/access/visibility.ts';
import { blockActions, blockSuggestion, sendToApp, viewClosed, viewSubmission } from './peers/requests.ts';
import { wordsIn } from './reading.ts';
import { POLICE, SECRET, type Seen, type Stage, startStage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
  await stage.link('T1', POLICE);
  await stage.type('T1', 'anna', 'help');
  await stage.change((await stage.person('T1', 'anna')).id, { role: 'coordinator' });
});
afterAll(async () => {
  expect(stage.server.violations).toEqual([]);
  await stage.close();
});

const FILLED = {
  'arg:titel': 'Bel je bank terug',
  'arg:periode': '10 t/m 16 mei 2027',
  'arg:doelgroep': ['audience/senioren'],
};

/** The same week as "11 t/m 17 okt 2027", chosen instead of written. */
const CHOSEN = { 'arg:periode:van': '2027-10-11', 'arg:periode:tot': '2027-10-17' };
const { 'arg:periode': _written, ...UNDATED } = FILLED;

function viewOf(seen: Seen): Record<string, unknown> {
  if (!seen.view) throw new Error(`no form among: ${seen.text}`);
  return seen.view;
}

describe('a command with too few words', () => {
  it('opens its form, filled with what was understood', async () => {
    const seen = await stage.type('T1', 'anna', 'nieuw "Bel je bank terug" doelgroep:senioren');
    expect(seen.messages).toEqual([]);
    expect(viewOf(seen)).toMatchObject({ type: 'modal', callback_id: 'form:nieuw' });
    expect(seen.text).toContain('Bel je bank terug');
  });

  it('is told where the form says what is wrong', async () => {
    const seen = await stage.type('T1', 'anna', 'nieuw "Bel je bank terug" periode:flurp doelgroep:senioren');
    expect(viewOf(seen)).toMatchObject({ callback_id: 'form:nieuw' });
    expect(seen.text).toContain('flurp');
  });

  it('gets a button when Slack no longer opens a form', async () => {
    stage.server.script.push({ method: 'views.open', does: { error: 'expired_trigger_id' } });
    const seen = await stage.type('T1', 'anna', 'nieuw "Te laat"');
    expect(seen.view).toBeUndefined();
    const opened = await stage.press('T1', 'anna', seen, 'Formulier');
    expect(viewOf(opened)).toMatchObject({ callback_id: 'form:nieuw' });
    expect(opened.text).toContain('Te laat');
  });
});

describe('a name that was typed', () => {
  it('is chosen in the list of the form', async () => {
    const seen = await stage.type('T1', 'anna', 'verzet "European Money Mule Action 2026"');
    const chosen = (seen.view?.blocks as { block_id: string; element?: { initial_option?: object } }[]).find(
      ({ block_id }) => block_id === 'arg:campagne',
    );
    expect(chosen?.element?.initial_option).toMatchObject({
      text: { text: 'European Money Mule Action 2026' },
    });
  });
});

describe('a form that is sent', () => {
  it('tells errors beside their fields and keeps the rest', async () => {
    const seen = await stage.type('T1', 'anna', 'nieuw');
    const sent = await stage.submit('T1', 'anna', viewOf(seen), { ...FILLED, 'arg:periode': 'flurp' });
    expect(sent.answer).toMatchObject({ response_action: 'errors' });
    expect(Object.keys(sent.answer.errors as object)).toEqual(['arg:periode']);
  });

  it('asks before it saves over a crowded week, and saves once it is agreed to', async () => {
    const seen = await stage.type('T1', 'anna', 'nieuw');
    const crowded = { ...FILLED, 'arg:titel': 'Drukke week', 'arg:periode': '11 t/m 17 okt 2027' };
    const asked = await stage.submit('T1', 'anna', viewOf(seen), crowded);
    expect(asked.answer).toMatchObject({ response_action: 'update' });
    const question = (asked.answer as { view: Record<string, unknown> }).view;
    expect(question).toMatchObject({ callback_id: 'confirm:nieuw' });
    expect(wordsIn(question)).toContain('Drukke week');
    const root = viewOf(seen);
    const saved = await stage.submit('T1', 'anna', { ...question, id: root.id, root_view_id: root.id }, {});
    expect(saved.answer).toEqual({ response_action: 'clear' });
    expect(saved.text).toContain('Drukke week');
    const again = await stage.submit('T1', 'anna', { ...question, id: root.id, root_view_id: root.id }, {});
    expect(again.text).not.toBe('');
    const { campaigns } = await stage.app.store.entries({
      scope: scopeOf(PROGRAM, stage.app.now()),
      from: '2027-10-11',
      until: '2027-10-17',
      limit: 100,
    });
    expect(campaigns.filter(({ title }) => title === 'Drukke week')).toHaveLength(1);
  });

  it('is kept when saving fails, and there again when it is opened anew', async () => {
    const seen = await stage.type('T1', 'anna', 'nieuw');
    const change = stage.app.store.change;
    stage.app.store.change = async () => {
      throw new Error('the disk is full');
    };
    const values = { ...FILLED, 'arg:titel': 'Nog niet bewaard', 'arg:periode': '3 t/m 9 mei 2027' };
    const failed = await stage.submit('T1', 'anna', viewOf(seen), values);
    stage.app.store.change = change;
    expect(failed.text).toContain('bewaard');
    const again = await stage.type('T1', 'anna', 'nieuw');
    expect(again.text).toContain('Nog niet bewaard');
  });
});

describe('a period that is chosen day by day', () => {
  async function titled(title: string) {
    const scope = scopeOf(PROGRAM, stage.app.now());
    const range = { from: '2027-10-11', until: '2027-10-17' };
    const { campaigns } = await stage.app.store.entries({ scope, ...range, limit: 100 });
    return campaigns.filter((campaign) => campaign.title === title);
  }

  it('gives the same question and the same campaign as when it is written', async () => {
    const ways = { Geschreven: { 'arg:periode': '11 t/m 17 okt 2027' }, Gekozen: CHOSEN };
    for (const [titel, when] of Object.entries(ways)) {
      const root = viewOf(await stage.type('T1', 'anna', 'nieuw'));
      const values = { ...UNDATED, 'arg:titel': titel, 'arg:doelgroep': ['audience/jongeren'], ...when };
      const { answer } = await stage.submit('T1', 'anna', root, values);
      const question = (answer as { view: Record<string, unknown> }).view;
      expect(question).toMatchObject({ callback_id: 'confirm:nieuw' });
      expect(wordsIn(question)).toContain(titel);
      const saved = await stage.submit('T1', 'anna', { ...question, id: root.id, root_view_id: root.id }, {});
      expect(saved.answer).toEqual({ response_action: 'clear' });
    }
    const [written] = await titled('Geschreven');
    expect(written?.period).toMatchObject({ start: '2027-10-11', end: '2027-10-17' });
    expect((await titled('Gekozen')).map(({ period }) => period)).toEqual([written?.period]);
  });

  it('warns of a crowded week in the same way', async () => {
    const written = { ...UNDATED, 'arg:titel': 'Live', 'arg:periode': '11 t/m 17 okt 2027' };
    const one = await enter(viewOf(await stage.type('T1', 'anna', 'nieuw')), written);
    const values = { ...UNDATED, 'arg:titel': 'Live', ...CHOSEN };
    const other = await enter(
      viewOf(await stage.type('T1', 'anna', 'nieuw')),
      { ...values, 'arg:periode': '' },
      'arg:periode:tot',
    );
    expect(warningsIn(other)).not.toBe('');
    expect(warningsIn(other)).toBe(warningsIn(one));
  });

  it('is told in words when the last day lies before the first', async () => {
    const view = viewOf(await stage.type('T1', 'anna', 'nieuw "Achterstevoren"'));
    const turned = { 'arg:periode:van': '2027-10-17', 'arg:periode:tot': '2027-10-11' };
    const { answer } = await stage.submit('T1', 'anna', view, { ...UNDATED, 'arg:periode': '', ...turned });
    expect(answer).toMatchObject({ response_action: 'errors' });
    expect(answer.errors).toEqual({
      'arg:periode': expect.stringContaining('Het einde ligt voor het begin'),
    });
  });

  it('is asked for when neither days nor words are there', async () => {
    const view = viewOf(await stage.type('T1', 'anna', 'nieuw "Ooit"'));
    const { answer } = await stage.submit('T1', 'anna', view, {
      ...UNDATED,
      'arg:periode': '',
      'arg:periode:van': null,
      'arg:periode:tot': null,
    });
    expect(Object.keys(answer.errors as object)).toEqual(['arg:periode']);
  });

  it('gives way to words that say otherwise', async () => {
    const view = viewOf(await stage.type('T1', 'anna', 'nieuw'));
    const values = { ...FILLED, 'arg:periode': 'flurp', ...CHOSEN };
    const { answer } = await stage.submit('T1', 'anna', view, values);
    expect(answer.errors).toEqual({ 'arg:periode': expect.stringContaining('flurp') });
  });

  it('stands in the form of a campaign that has one, and is no draft when it is left as it is', async () => {
    const [crowded] = await titled('Drukke week');
    const view = viewOf(await stage.type('T1', 'anna', `verzet ${crowded?.id}`));
    const days = (view.blocks as Record<string, { initial_date?: string }>[]).flatMap(
      ({ element }) => element?.initial_date ?? [],
    );
    expect(days).toEqual(['2027-10-11', '2027-10-17']);
    const before = (await stage.type('T1', 'anna', 'concept')).text;
    await enter(view, {}, 'arg:periode:van');
    expect((await stage.type('T1', 'anna', 'concept')).text).toBe(before);
  });
});

it('a time of day that is chosen is saved as when it is typed', async () => {
  const view = viewOf(await stage.type('T1', 'anna', 'weekbericht instellen'));
  const { answer, text } = await stage.submit('T1', 'anna', view, { 'arg:tijd': '14:15' });
  expect(answer).toEqual({ response_action: 'clear' });
  expect(text).toContain('14.15');
  expect((await stage.person('T1', 'anna')).digest.time).toBe('14:15');
});

describe('a form that is open', () => {
  it('warns of a crowded week as soon as the period is entered, and takes it back', async () => {
    const seen = await stage.type('T1', 'anna', 'nieuw');
    const crowded = { ...FILLED, 'arg:titel': 'Live', 'arg:periode': '11 t/m 17 okt 2027' };
    const warned = await enter(viewOf(seen), crowded);
    expect(wordsIn(warned)).toMatch(/druk|tegelijk|overlap/i);
    const quiet = await enter(warned, { ...crowded, 'arg:periode': '3 t/m 9 feb 2027' });
    expect(wordsIn(quiet)).not.toMatch(/Ook in deze week|tegelijk/i);
  });

  it('is kept when it is closed', async () => {
    const view = viewOf(await stage.type('T1', 'anna', 'nieuw'));
    const values = { 'arg:titel': 'Even weg', 'arg:doel': 'Meer mensen bellen terug' };
    await enter(view, { ...values, 'arg:doelgroep': ['audience/senioren'] }, 'arg:doelgroep');
    await stage.send(viewClosed({ team: 'T1', user: stage.server.person('T1', 'anna').id, view }));
    expect((await stage.type('T1', 'anna', 'concept')).text).toContain('Even weg');
    const again = await stage.type('T1', 'anna', 'nieuw');
    expect(again.text).toContain('Meer mensen bellen terug');
    expect(again.text).toContain('eerder mee bezig');
  });

  it('finds campaigns by a part of their name, and only those that may be seen', async () => {
    const seen = await stage.type('T1', 'anna', 'verzet');
    const view = viewOf(seen);
    const found = await search(view, 'arg:campagne', 'veiligheid');
    expect(JSON.stringify(found)).toContain('Week van de Veiligheid');
    const soonest = await search(view, 'arg:campagne', '');
    expect(soonest.length).toBeGreaterThan(3);
  });
});

describe('a question before saving', () => {
  it('is asked again when another window changed what it was about', async () => {
    const crowded = { ...FILLED, 'arg:titel': 'Gevraagd', 'arg:periode': '11 t/m 17 okt 2027' };
    const first = viewOf(await stage.type('T1', 'anna', 'nieuw'));
    const asked = await stage.submit('T1', 'anna', first, crowded);
    const question = {
      ...(asked.answer.view as Record<string, unknown>),
      id: first.id,
      root_view_id: first.id,
    };
    const other = viewOf(await stage.type('T1', 'anna', 'nieuw'));
    await enter(other, { ...crowded, 'arg:titel': 'Anders' });
    const again = await stage.submit('T1', 'anna', question, {});
    expect(again.answer).toMatchObject({ response_action: 'update' });
    expect(again.text).toContain('Anders');
    expect((await stage.type('T1', 'anna', 'zoek Gevraagd')).text).not.toContain('11 t/m 17 oktober 2027');
  });
});

describe('what a button asks for', () => {
  it('stands over what was filled in before', async () => {
    const view = viewOf(await stage.type('T1', 'anna', 'nieuw'));
    await enter(view, { ...FILLED, 'arg:titel': 'Zolderkamer' });
    const seen = await stage.type('T1', 'anna', 'nieuw titel:"Vers" doelgroep:flurp');
    expect(seen.text).toContain('Vers');
    expect(seen.text).not.toContain('Zolderkamer');
  });
});

describe('a code', () => {
  it('is kept in no draft', async () => {
    const view = viewOf(await stage.type('T1', 'anna', 'koppel'));
    await stage.submit('T1', 'anna', view, { 'arg:code': 'K7QF-M2XR-9DTW' });
    const drafts = await stage.app.drafts.list((await stage.person('T1', 'anna')).id);
    expect(JSON.stringify(drafts)).not.toContain('K7QF');
  });
});

describe('a form that takes long', () => {
  it('says so in time, and shows a refusal as one when it is there', async () => {
    const view = viewOf(await stage.type('T1', 'anna', 'verzet'));
    const held = Promise.withResolvers<void>();
    const named = stage.app.store.named;
    stage.app.store.named = async (query) => {
      await held.promise;
      return named(query);
    };
    const user = stage.server.person('T1', 'anna').id;
    const values = { 'arg:campagne': 'bestaatniet', 'arg:periode': '3 t/m 9 mei 2027' };
    const payload = viewSubmission({ team: 'T1', user, view, values, trigger: 'lang' });
    const response = await sendToApp(stage.base, payload, { secret: SECRET });
    const answer = await response.json();
    held.resolve();
    await stage.slack.settled();
    stage.app.store.named = named;
    expect(wordsIn(answer)).toContain('Even geduld');
    expect(wordsIn(stage.server.view(String(view.id)))).not.toContain('gelukt');
  });
});

/** What a form tells above its fields, as words. */
function warningsIn(view: Record<string, unknown>): string {
  const blocks = view.blocks as Record<string, unknown>[];
  return wordsIn(blocks.filter(({ block_id }) => String(block_id).startsWith('warning:')));
}

/** Chooses or enters something in an open form; gives the form as it is then. */
async function enter(
  view: Record<string, unknown>,
  values: Record<string, string | string[] | null>,
  actionId = 'arg:periode',
): Promise<Record<string, unknown>> {
  const user = stage.server.person('T1', 'anna').id;
  const trigger = await stage.server.newTrigger('T1', user);
  const action = { type: 'plain_text_input', action_id: actionId, block_id: actionId };
  await stage.send(blockActions({ team: 'T1', user, view, values, action, trigger }));
  return stage.server.view(String(view.id)) as Record<string, unknown>;
}

async function search(view: Record<string, unknown>, actionId: string, value: string): Promise<unknown[]> {
  const user = stage.server.person('T1', 'anna').id;
  const asked = blockSuggestion({ team: 'T1', user, view, actionId, blockId: actionId, value });
  const answer = (await (await stage.send(asked)).json()) as { options: unknown[] };
  return answer.options;
}
