import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../src/domain/access/actor.ts';
import { changeOne } from '../../src/domain/change-one.ts';
import { sampleCampaign, seniors } from '../support/samples.ts';
import { put } from '../support/test-store.ts';
import { executeAction } from './peers/activities.ts';
import { at } from './peers/at.ts';
import { buttonIn, type Json, wordsIn } from './reading.ts';
import { BANKS, POLICE, type Stage, startStage } from './stage.ts';

let stage: Stage;
let time = 0;
let step = 5_000;
beforeAll(async () => {
  stage = await startStage({ monotonic: () => (time += step) });
  await stage.link('T1', POLICE);
  await stage.link('T2', BANKS);
  for (const [tenant, who, role] of [
    ['T1', 'anna', 'coordinator'],
    ['T1', 'bram', 'partner'],
    ['T2', 'bram', 'partner'],
  ] as const) {
    await stage.install(tenant, 'personal', who);
    await stage.type(tenant, who, 'help');
    await stage.change((await stage.person(tenant, who)).id, { role });
  }
  await put(
    stage.app.store,
    sampleCampaign('bankhulp', {
      title: 'Bel je bank',
      audiences: [seniors.id],
      leads: [{ organisation: POLICE }],
      owner: POLICE,
    }),
    sampleCampaign('besloten', {
      title: 'Besloten actie',
      visibility: 'organisation',
      leads: [{ organisation: POLICE }],
      owner: POLICE,
    }),
  );
});
afterAll(async () => {
  expect(stage.connector.violations).toEqual([]);
  await stage.close();
});

const personal = (tenant: 'T1' | 'T2', who: string) =>
  stage.connector.shown(stage.connector.person(tenant, who).personal);
const inChannel = () => stage.connector.shown(stage.connector.channel('T1', 'algemeen').id);
const updates = () => stage.connector.calls.filter(({ call }) => call === 'update');

describe('a button', () => {
  it('does what it says, and the card it stands in is drawn anew', async () => {
    const card = await stage.type('T2', 'bram', 'toon campaign/bankhulp');
    const opened = await stage.press('T2', 'bram', card, 'Meedoen');
    const joined = await stage.submit('T2', 'bram', opened.dialog as Json, { 'arg:antwoord': 'ja' });
    expect(joined.dialog).toBeUndefined();
    expect(joined.cards).toHaveLength(2);
    expect(wordsIn(joined.cards)).toContain('Bel je bank');
    const [first] = personal('T2', 'bram').slice(-2);
    expect(wordsIn(first?.activity)).toMatch(/nvb/i);
  });

  it('acts once on a double click', async () => {
    await stage.type('T1', 'anna', 'taak toevoegen campaign/bankhulp "Zaal boeken" termijn:-20');
    const card = personal('T1', 'anna').at(-1);
    const button = buttonIn(card?.activity, 'Klaar') as Json;
    const before = await stage.app.store.revision();
    step = 1;
    const from = at(stage.connector, 'T1', 'anna');
    const press = () =>
      stage.send(
        executeAction(from, {
          verb: String(button.verb),
          title: 'Klaar',
          data: button.data as Json,
          replyToId: String(card?.id),
        }),
      );
    await Promise.all([press(), press()]);
    step = 5_000;
    expect(await stage.app.store.revision()).toBe(before + 1);
  });

  it('that does something to what the card shows says so in that card, and not below it as well', async () => {
    const card = await stage.type('T1', 'anna', 'taak toevoegen campaign/bankhulp "Flyers" termijn:-30');
    const shown = personal('T1', 'anna').length;
    const done = await stage.press('T1', 'anna', card, 'Klaar');
    expect(wordsIn(done.cards.at(-1))).toMatch(/Gelukt.*Flyers/s);
    expect(personal('T1', 'anna')).toHaveLength(shown);
    expect(wordsIn(personal('T1', 'anna').at(-1)?.activity)).toMatch(/Gelukt.*Flyers/s);
  });

  it('on a page brings the next one in its place, for good', async () => {
    const list = await stage.type('T1', 'anna', 'kalender 2027');
    const shown = personal('T1', 'anna').length;
    const next = await stage.press('T1', 'anna', list, 'Volgende');
    expect(wordsIn(next.cards)).not.toBe('');
    expect(personal('T1', 'anna')).toHaveLength(shown);
    expect(wordsIn(personal('T1', 'anna').at(-1)?.activity)).toBe(wordsIn(next.cards.at(-1)));
  });

  it('of a card that is out of date has the card drawn anew, and its form shows how it is', async () => {
    const card = await stage.type('T1', 'anna', 'toon campaign/bankhulp');
    await stage.type('T1', 'anna', 'wijzig campaign/bankhulp titel:"Bel je bank terug"');
    const opened = await stage.press('T1', 'anna', card, 'Wijzigen');
    expect(wordsIn(opened.dialog)).toContain('Bel je bank terug');
    const saved = await stage.submit('T1', 'anna', opened.dialog as Json, { 'arg:doel': 'Meer bellen' });
    expect(saved.dialog).toBeUndefined();
    expect((await stage.app.store.get('campaign/bankhulp'))?.aim).toBe('Meer bellen');
  });

  it('of a client that does not know Action.Execute does the same', async () => {
    const list = await stage.type('T1', 'anna', 'kalender 2027');
    const button = buttonIn(list.cards.at(-1), 'Volgende') as { fallback: Json };
    const card = list.cards.at(-1) as Json;
    Object.assign(button, { ...button.fallback, fallback: undefined });
    const next = await stage.press('T1', 'anna', { ...list, cards: [card] }, 'Volgende');
    expect(next.text).toContain('2027');
    expect(updates().at(-1)?.status).toBe(200);
  });
});

describe('in a channel', () => {
  it('an answer is for the asker alone, and so is what its buttons do', async () => {
    const asked = await stage.type('T1', 'anna', 'toon campaign/bankhulp', { where: 'algemeen' });
    expect(asked.text).toContain('Bel je bank terug');
    expect(inChannel().at(-1)?.for).toBe(stage.connector.person('T1', 'anna').id);
    const form = await stage.press('T1', 'anna', asked, 'Wijzigen');
    const saved = await stage.submit('T1', 'anna', form.dialog as Json, { 'arg:doel': 'Sneller bellen' });
    expect(saved.text).toContain('Sneller bellen');
    const open = inChannel().filter((one) => one.for === undefined);
    expect(wordsIn(open.map(({ activity }) => activity))).not.toContain('Sneller bellen');
  });

  it('is answered in the personal conversation where Teams takes no private message, with a line that says so', async () => {
    stage.connector.script.push({ call: 'create', does: { status: 400, code: 'BadSyntax' } });
    const asked = await stage.type('T1', 'bram', 'toon campaign/bankhulp', { where: 'algemeen' });
    expect(asked.texts).toEqual([expect.stringContaining('eigen gesprek')]);
    expect(wordsIn(personal('T1', 'bram').at(-1)?.activity)).toContain('Bel je bank terug');
    expect(inChannel().at(-1)?.for).toBeUndefined();
    expect(wordsIn(inChannel().at(-1)?.activity)).not.toContain('Bel je bank terug');
  });

  it('is told how to be answered when the bot is not installed for who asks', async () => {
    stage.connector.script.push(
      { call: 'create', does: { status: 403 } },
      { call: 'conversation', does: { status: 403 } },
    );
    const asked = await stage.type('T1', 'carla', 'toon campaign/bankhulp', { where: 'algemeen' });
    expect(asked.texts).toEqual([expect.stringContaining('Toevoegen')]);
    expect(asked.text).not.toContain('Bel je bank');
  });

  it('text that is not understood is answered with what comes nearest', async () => {
    const asked = await stage.type('T1', 'anna', 'kalnder', { where: 'algemeen' });
    expect(asked.text).toContain('kalender');
  });
});

describe('sharing in a channel', () => {
  it('posts what everyone may see, with the name of who shares it, and follows it', async () => {
    const card = await stage.type('T1', 'anna', 'toon campaign/bankhulp', { where: 'algemeen' });
    await stage.press('T1', 'anna', card, 'Deel in dit kanaal');
    const posted = inChannel().at(-1);
    expect(posted?.for).toBeUndefined();
    expect(wordsIn(posted?.activity)).toContain('Gedeeld door Anna de Vries');
    expect(wordsIn(posted?.activity)).not.toContain('Er ontbreekt nog');
    await stage.type('T1', 'anna', 'wijzig campaign/bankhulp titel:"Bel altijd je bank"');
    expect(await stage.teams.refreshCards()).toBe(1);
    expect(wordsIn(inChannel().find(({ id }) => id === posted?.id)?.activity)).toContain(
      'Bel altijd je bank',
    );
    expect(await stage.teams.refreshCards()).toBe(0);
  });

  it('leaves a public card as it is when somebody presses a button in it', async () => {
    const card = await stage.type('T1', 'anna', 'toon campaign/bankhulp', { where: 'algemeen' });
    await stage.press('T1', 'anna', card, 'Deel in dit kanaal');
    const before = JSON.stringify(inChannel().at(-1)?.activity);
    const posted = (inChannel().at(-1)?.activity as { attachments: { content: Json }[] }).attachments[0]
      ?.content;
    const from = at(stage.connector, 'T1', 'bram', 'algemeen');
    const button = buttonIn(posted, 'Bekijken') as Json;
    const answer = await stage.send(
      executeAction(from, {
        verb: String(button.verb),
        title: 'Bekijken',
        data: button.data as Json,
        replyToId: String(inChannel().at(-1)?.id),
      }),
    );
    expect(await answer.json()).toMatchObject({ type: 'application/vnd.microsoft.activity.message' });
    const shared = inChannel().find((one) => JSON.stringify(one.activity) === before);
    expect(shared).toBeDefined();
    expect(inChannel().at(-1)?.for).toBe(stage.connector.person('T1', 'bram').id);
  });

  it('is offered only for what everyone may see', async () => {
    const own = await stage.type('T1', 'anna', 'toon campaign/besloten', { where: 'algemeen' });
    expect(own.text).toContain('Besloten actie');
    expect(own.text).not.toContain('Deel in dit kanaal');
  });

  it('shows that a card is not public any more once it is not', async () => {
    const card = await stage.type('T1', 'anna', 'toon campaign/bankhulp', { where: 'algemeen' });
    await stage.press('T1', 'anna', card, 'Deel in dit kanaal');
    const { id } = inChannel().at(-1) as { id: string };
    const by = { actor: PROGRAM, at: stage.app.now() };
    await changeOne(stage.app.store, by, 'test', 'campaign/bankhulp', (old) => ({
      ...old,
      visibility: 'organisation' as const,
    }));
    await stage.teams.refreshCards();
    const shown = wordsIn(inChannel().find((one) => one.id === id)?.activity);
    expect(shown).not.toContain('Bel altijd je bank');
    expect(shown).toContain('niet meer openbaar');
  });
});
