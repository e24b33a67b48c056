import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { PROGRAM } from '../../src/domain/access/actor.ts';
import { scopeOf } from '../../src/domain/access/visibility.ts';
import type { Store } from '../../src/domain/ports.ts';
import type { Message, Reply } from '../../src/reply/reply.ts';
import { ask, press, seededStore, send } from '../support/ask.ts';
import { NOW } from '../support/test-store.ts';

const ME = 'coordinator-demo';
const ALL = scopeOf(PROGRAM, NOW);

/** Commands that show something in answer to at least one of these lines, and so can be drawn anew. */
const SHOWING: Readonly<Record<string, string>> = {
  kalender: 'kalender okt-nov 2027 ondernemers',
  overzicht: 'overzicht',
  toon: 'toon week van de veiligheid',
  overlap: 'overlap "week van de veiligheid"',
  'rustige-weken': 'rustige-weken sep-nov doelgroep:senioren',
  taak: 'taak lijst "week van de veiligheid"',
  actieplan: 'actieplan thema:5',
  'wat-werkt': 'wat-werkt doelgroep:senioren bewijs:A',
  praktijken: 'praktijken',
  beoordeel: 'beoordeel',
  versies: 'versies bp-08',
  maatregel: 'maatregel gaten',
  meldpunt: 'meldpunt factuurfraude wie:ondernemer',
  zoek: 'zoek privacy soort:action',
  weekbericht: 'weekbericht',
  kanaal: 'kanaal lijst',
  herinneringen: 'herinneringen',
  inrichten: 'inrichten',
  inzicht: 'inzicht dekking doelgroep:senioren periode:2027',
  organisatie: 'organisatie lijst',
  persoon: 'persoon lijst organisatie:politie',
  concept: 'concept',
  help: 'help kalender',
};

function message(reply: Reply): Message {
  if (reply.type !== 'message') throw new Error(`a message was expected, not ${reply.type}`);
  return reply;
}

/** Draws a message anew, twice: nothing may change by it, and it stays the same message. */
async function checkRefresh(store: Store, shown: Message, line: string): Promise<void> {
  if (!shown.refresh) return;
  const before = await store.revision();
  const first = await send(store, ME, shown.refresh);
  const second = await send(store, ME, shown.refresh);
  expect(await store.revision(), line).toBe(before);
  expect(message(first).title, line).toBe(shown.title);
  expect(message(first).refresh, line).toEqual(shown.refresh);
  expect(second, line).toEqual(first);
}

describe('drawing a card anew', () => {
  it.each(
    commands.map((command) => [command.name, command] as const),
  )('after the examples of %s changes nothing, and gives the same card', async (name, { examples }) => {
    const store = await seededStore();
    for (const words of ['', ...examples]) {
      const line = `${name} ${words}`.trim();
      const reply = await ask(store, ME, line);
      if (reply.type === 'message') await checkRefresh(store, reply, line);
    }
  });

  it.each(Object.entries(SHOWING))('can be done for %s', async (_name, line) => {
    const store = await seededStore();
    const shown = message(await ask(store, ME, line));
    expect(shown.refresh).toBeDefined();
    await checkRefresh(store, shown, line);
    expect(message(await send(store, ME, shown.refresh ?? { command: '', args: {} }))).toEqual(shown);
  });

  it('gives the same page of a long list', async () => {
    const store = await seededStore();
    for (const line of ['kalender 2027', 'organisatie lijst', 'zoek fraude', 'wat-werkt', 'actieplan']) {
      const { next } = message(await ask(store, ME, line));
      if (!next) throw new Error(`${line}: a next page was expected`);
      const page = message(await press(store, ME, next));
      expect(page.refresh?.args).toMatchObject({ verder: next.args.verder });
      await checkRefresh(store, page, line);
      expect(message(await send(store, ME, page.refresh ?? { command: '', args: {} }))).toEqual(page);
    }
  });

  it('shows every kind of record, also after a change to it', async () => {
    const store = await seededStore();
    const ids = [
      'campaign/week-van-de-veiligheid-2027',
      ...[
        ...(await store.list('series', ALL)).slice(0, 1),
        ...(await store.list('action', ALL)).slice(0, 1),
        ...(await store.list('practice', ALL)).slice(0, 1),
        ...(await store.list('helppoint', ALL)).slice(0, 1),
        ...(await store.list('guide', ALL)).slice(0, 1),
        ...(await store.list('organisation', ALL)).slice(0, 1),
      ].map(({ id }) => id),
    ];
    expect(ids).toHaveLength(7);
    for (const id of ids) {
      const card = message(await ask(store, ME, `toon ${id}`));
      expect(card.refresh).toEqual({ command: 'toon', args: { wat: id } });
      await checkRefresh(store, card, id);
    }
    const changed = await ask(store, ME, 'wijzig "week van de veiligheid 2027" boodschap:"Hang op"');
    const { refresh } = message(changed);
    expect(refresh).toEqual({ command: 'toon', args: { wat: 'campaign/week-van-de-veiligheid-2027' } });
    await checkRefresh(store, message(changed), 'wijzig');
  });

  it('is not offered for what changes something', async () => {
    const store = await seededStore();
    for (const line of [
      'weekbericht uit',
      'organisatie toevoegen naam:"Stichting Voorbeeld" afkorting:SV',
      'persoon toevoegen naam:"Sanne de Vries" organisatie:politie',
      'abonneer',
    ])
      expect(message(await ask(store, ME, line)).refresh, line).toBeUndefined();
  });
});
