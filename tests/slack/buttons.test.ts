import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { PROGRAM } from '../../src/domain/access/actor.ts';
import { changeOne } from '../../src/domain/change-one.ts';
import { sampleCampaign, seniors } from '../support/samples.ts';
import { put } from '../support/test-store.ts';
import { appHomeOpened, blockActions, eventCallback } from './peers/requests.ts';
import { buttonsIn, type Json, pressable, wordsIn } from './reading.ts';
import { BANKS, POLICE, type Stage, startStage } from './stage.ts';

let stage: Stage;
let hours = 0;
beforeAll(async () => {
  stage = await startStage({ monotonic: () => hours * 3_600_000 + performance.now() });
  await stage.link('T1', POLICE);
  await stage.link('T2', BANKS);
  for (const [team, who, role] of [
    ['T1', 'anna', 'coordinator'],
    ['T1', 'bram', 'partner'],
    ['T2', 'bram', 'partner'],
  ] as const) {
    await stage.type(team, who, 'help');
    await stage.change((await stage.person(team, who)).id, { role });
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
// Enough time passes between two tests that the same button in them is no double click.
beforeEach(() => {
  hours += 0.01;
});
afterAll(async () => {
  expect(stage.server.violations).toEqual([]);
  await stage.close();
});

const user = (team: 'T1' | 'T2', who: string) => stage.server.person(team, who).id;

describe('a button', () => {
  it('does what it says, and the card it stands in is drawn anew', async () => {
    const card = await stage.type('T2', 'bram', 'toon campaign/bankhulp');
    const form = await stage.press('T2', 'bram', card, 'Meedoen');
    const joined = await stage.submit('T2', 'bram', form.view as Json, { 'arg:antwoord': 'ja' });
    expect(joined.answer).toEqual({ response_action: 'clear' });
    const places = joined.messages.map((one) => one.replace_original);
    expect(places).toEqual([false, true]);
    expect(wordsIn(joined.messages[1])).toContain('Bel je bank');
    expect(wordsIn(joined.messages[1])).toMatch(/nvb/i);
  });

  it('acts once on a double click', async () => {
    const card = await stage.type('T1', 'anna', 'taak toevoegen campaign/bankhulp "Zaal boeken" termijn:-20');
    const before = await stage.app.store.revision();
    const { action } = pressable(card, 'Klaar');
    const press = async () =>
      stage.send(
        blockActions({
          team: 'T1',
          user: user('T1', 'anna'),
          action,
          ephemeral: '1795430000.000001',
          channel: stage.server.channel('T1', 'algemeen'),
          trigger: await stage.server.newTrigger('T1', user('T1', 'anna')),
          responseUrl: stage.server.newResponseUrl('T1'),
        }),
      );
    await Promise.all([press(), press()]);
    expect(await stage.app.store.revision()).toBe(before + 1);
  });

  it('that does something to what the card shows says so in that card, and not below it as well', async () => {
    const card = await stage.type('T1', 'anna', 'taak toevoegen campaign/bankhulp "Flyers" termijn:-30');
    const done = await stage.press('T1', 'anna', card, 'Klaar');
    expect(done.messages).toMatchObject([{ replace_original: true }]);
    expect(done.text).toMatch(/Gelukt.*Flyers/s);
  });

  it('on a page brings the next one in its place', async () => {
    const list = await stage.type('T1', 'anna', 'kalender 2027');
    const next = await stage.press('T1', 'anna', list, 'Volgende');
    expect(next.messages).toHaveLength(1);
    expect(next.messages[0]).toMatchObject({ replace_original: true, response_type: 'ephemeral' });
  });

  it('of a card that is out of date has the card drawn anew, and its form shows how it is', async () => {
    const card = await stage.type('T1', 'anna', 'toon campaign/bankhulp');
    await stage.type('T1', 'anna', 'wijzig campaign/bankhulp titel:"Bel je bank terug"');
    const opened = await stage.press('T1', 'anna', card, 'Wijzigen');
    expect(wordsIn(opened.view)).toContain('Bel je bank terug');
    expect(opened.messages).toMatchObject([{ replace_original: true }]);
    expect(wordsIn(opened.messages)).toContain('Bel je bank terug');
    const saved = await stage.submit('T1', 'anna', opened.view as Json, { 'arg:doel': 'Meer bellen' });
    expect(saved.answer).toEqual({ response_action: 'clear' });
  });

  it('whose form is open while someone else saves says so, and shows both', async () => {
    const card = await stage.type('T1', 'anna', 'toon campaign/bankhulp');
    const form = (await stage.press('T1', 'anna', card, 'Datum bevestigen')).view as Json;
    await stage.type('T1', 'anna', 'wijzig campaign/bankhulp boodschap:"Hang op"');
    const sent = await stage.submit('T1', 'anna', form, { 'arg:bron': 'de organisatie zelf' });
    expect(wordsIn(sent.answer)).toContain('Iemand was je voor');
    expect(sent.messages).toMatchObject([{ replace_original: true }]);
    expect(wordsIn(sent.messages)).toContain('Hang op');
  });
});

describe('sharing in a channel', () => {
  const channel = () => stage.server.channel('T1', 'algemeen');

  it('posts what everyone may see, with the name of who shares it', async () => {
    await stage.server.invite('T1', channel());
    const card = await stage.type('T1', 'anna', 'toon campaign/bankhulp');
    await stage.press('T1', 'anna', card, 'Deel in dit kanaal');
    const posted = (await stage.server.messages('T1', channel())).at(-1) as Json;
    expect(wordsIn(posted.blocks)).toContain('Gedeeld door Anna de Vries');
    expect(wordsIn(posted.blocks)).toContain('Bel je bank terug');
    expect(wordsIn(posted.blocks)).not.toContain('Er ontbreekt nog');
  });

  it('gives who reads along a way to join', async () => {
    const posted = (await stage.server.messages('T1', channel())).at(-1) as Json;
    const opened = await stage.press(
      'T1',
      'bram',
      { messages: [posted], view: undefined, text: '' },
      'Meedoen',
    );
    expect(opened.view).toMatchObject({ callback_id: 'form:meedoen' });
    const shown = await stage.press(
      'T1',
      'bram',
      { messages: [posted], view: undefined, text: '' },
      'Bekijken',
    );
    expect(shown.messages).toMatchObject([{ response_type: 'ephemeral', replace_original: false }]);
  });

  it('is offered only for what everyone may see', async () => {
    const own = await stage.type('T1', 'anna', 'toon campaign/besloten');
    expect(own.text).toContain('Besloten actie');
    expect(own.text).not.toContain('Deel in dit kanaal');
    expect((await stage.type('T1', 'anna', 'werkruimte')).text).not.toContain('Deel in dit kanaal');
  });

  it('shares nothing that is not public any more, and says so to the sharer alone', async () => {
    const card = await stage.type('T1', 'anna', 'toon campaign/bankhulp');
    await stage.type('T1', 'anna', 'wijzig campaign/bankhulp zichtbaar:partners');
    const before = (await stage.server.messages('T1', channel())).length;
    const told = await stage.press('T1', 'anna', card, 'Deel in dit kanaal');
    expect(told.text).toContain('niet openbaar');
    expect(told.messages[0]).toMatchObject({ response_type: 'ephemeral' });
    expect((await stage.server.messages('T1', channel())).length).toBe(before);
    await stage.type('T1', 'anna', 'wijzig campaign/bankhulp zichtbaar:openbaar');
  });

  it('keeps the card up to date for everyone', async () => {
    await stage.slack.refreshCards();
    await stage.type('T1', 'anna', 'wijzig campaign/bankhulp titel:"Hang op en bel terug"');
    expect(await stage.slack.refreshCards()).toBe(1);
    const posted = (await stage.server.messages('T1', channel())).at(-1) as Json;
    expect(wordsIn(posted.blocks)).toContain('Hang op en bel terug');
    expect(await stage.slack.refreshCards()).toBe(0);
  });

  it('takes away what is not public any more', async () => {
    await stage.type('T1', 'anna', 'wijzig campaign/bankhulp zichtbaar:partners');
    expect(await stage.slack.refreshCards()).toBe(1);
    const posted = (await stage.server.messages('T1', channel())).at(-1) as Json;
    expect(wordsIn(posted.blocks)).not.toContain('Hang op');
    await stage.type('T1', 'anna', 'wijzig campaign/bankhulp zichtbaar:openbaar');
    await stage.slack.refreshCards();
  });

  it('posts by the press itself where the bot is no member', async () => {
    const other = stage.server.channel('T1', 'campagnes');
    const card = await stage.type('T1', 'anna', 'toon campaign/bankhulp', { channel: other });
    const { action } = pressable(card, 'Deel in dit kanaal');
    const before = stage.server.responses.length;
    await stage.send(
      blockActions({
        team: 'T1',
        user: user('T1', 'anna'),
        action,
        ephemeral: '1795430000.000002',
        channel: other,
        trigger: await stage.server.newTrigger('T1', user('T1', 'anna')),
        responseUrl: stage.server.newResponseUrl('T1'),
      }),
    );
    expect(stage.server.responses.slice(before).map(({ body }) => body.response_type)).toEqual([
      'in_channel',
    ]);
  });
});

describe('a card in a channel', () => {
  const channel = () => stage.server.channel('T1', 'algemeen');
  const last = async () => (await stage.server.messages('T1', channel())).at(-1) as Json;

  it('that was changed while it was posted shows how it is', async () => {
    const card = await stage.type('T1', 'anna', 'toon campaign/bankhulp');
    const posting = Promise.withResolvers<void>();
    stage.server.script.push({ method: 'chat.postMessage', does: { when: posting.promise } });
    const shared = stage.press('T1', 'anna', card, 'Deel in dit kanaal');
    await vi.waitUntil(() => stage.server.calls.at(-1)?.method === 'chat.postMessage');
    const scope = { actor: PROGRAM, at: stage.app.now() };
    await changeOne(stage.app.store, scope, 'test', 'campaign/bankhulp', (old) => ({
      ...old,
      visibility: 'partners' as const,
    }));
    await stage.slack.refreshCards();
    posting.resolve();
    await shared;
    expect(wordsIn((await last()).blocks)).toContain('niet meer openbaar');
    await stage.type('T1', 'anna', 'wijzig campaign/bankhulp zichtbaar:openbaar');
    await stage.slack.refreshCards();
  });

  it('is brought up to date later when that fails at first', async () => {
    await stage.type('T1', 'anna', 'wijzig campaign/bankhulp titel:"Nog een naam"');
    const get = stage.app.store.getMany;
    stage.app.store.getMany = async () => {
      throw new Error('busy');
    };
    expect(await stage.slack.refreshCards()).toBe(0);
    stage.app.store.getMany = get;
    hours += 1;
    expect(await stage.slack.refreshCards()).toBeGreaterThan(0);
    expect(wordsIn((await last()).blocks)).toContain('Nog een naam');
  });
});

describe('the Home', () => {
  let opened = 0;
  const open = (team: 'T1' | 'T2', who: string) => {
    const event = appHomeOpened(user(team, who), 'D1');
    return stage.send(eventCallback({ team, event, eventId: `Ev${++opened}` }));
  };

  it('shows what is theirs, with buttons that open a form or an answer', async () => {
    await open('T1', 'bram');
    const home = stage.server.home('T1', user('T1', 'bram')) as Json;
    expect(wordsIn(home)).toContain('De komende 8 weken');
    expect(buttonsIn(home).length).toBeGreaterThan(3);
    const seen = { messages: [], view: home, text: '' };
    const opened = await stage.press('T1', 'bram', seen, 'Afwezig');
    expect(opened.view).toMatchObject({ type: 'modal' });
  });

  it('gives coordinators the open dates', async () => {
    await open('T1', 'anna');
    expect(wordsIn(stage.server.home('T1', user('T1', 'anna')))).toMatch(/Datum bevestigen/);
  });

  it('shows a guest nothing but why', async () => {
    await open('T1', 'gast');
    const words = wordsIn(stage.server.home('T1', user('T1', 'gast')));
    expect(words).toContain('te gast');
    expect(words).not.toContain('weken');
  });
});
