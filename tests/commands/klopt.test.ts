import { beforeEach, describe, expect, it } from 'vitest';
import { OUTSIDER } from '../../src/domain/access/actor.ts';
import type { Store } from '../../src/domain/ports.ts';
import { importRecords } from '../../src/import/import-records.ts';
import { readCalendarFiles } from '../../src/import/read-calendar-files.ts';
import { CALENDARS } from '../import/calendars.ts';
import { actionsOf, ask, button, press, seededStore, wordsOf } from '../support/ask.ts';
import { sampleActor } from '../support/samples.ts';
import { NOW } from '../support/test-store.ts';

let store: Store;
beforeEach(async () => {
  store = await seededStore();
});

const WORDS = 'Openingstijden uilenspiegel';
const report = (what = 'helppoint/fraudehelpdesk', who = 'politie-demo') =>
  ask(store, who, `klopt-niet ${what} tekst:"${WORDS}"`);
const LATER = Temporal.Instant.from('2027-01-15T09:00:00Z');

describe('an outdated help point', () => {
  it('is reported by a partner from its card, and shown to coordinators there', async () => {
    const card = await ask(store, 'politie-demo', 'toon helppoint/fraudehelpdesk');
    expect(await press(store, 'politie-demo', button(card, 'Klopt dit niet meer?'))).toMatchObject({
      type: 'form',
    });
    expect(wordsOf(await report())).toContain('De coördinatoren horen het');
    const words = wordsOf(await ask(store, 'coordinator-demo', 'toon helppoint/fraudehelpdesk'));
    expect(words).toContain(WORDS);
    expect(words).toContain('gemeld door Politie op 23 november');
  });

  it('waits for coordinators in their overview and set-up, and for nobody else there', async () => {
    await report();
    for (const line of ['overzicht', 'inrichten']) {
      const words = wordsOf(await ask(store, 'coordinator-demo', line));
      expect(words).toContain('Gemeld: dit klopt niet meer');
      expect(words).toMatch(new RegExp(`Fraudehelpdesk[\\s\\S]*${WORDS} \\(gemeld door Politie`));
      expect(wordsOf(await ask(store, 'politie-demo', line))).not.toContain(WORDS);
    }
    const asked = await ask(store, 'coordinator-demo', 'klopt helppoint/fraudehelpdesk');
    expect(wordsOf(asked)).toContain(WORDS);
    await press(store, 'coordinator-demo', button(asked, 'Opgelost'));
    expect(wordsOf(await ask(store, 'coordinator-demo', 'overzicht'))).not.toContain(WORDS);
  });

  it('is right again with one press of a coordinator, checked on that day', async () => {
    await report();
    await report('helppoint/fraudehelpdesk', 'nvb-demo');
    const card = await ask(store, 'coordinator-demo', 'toon helppoint/fraudehelpdesk', { now: LATER });
    const done = await press(store, 'coordinator-demo', button(card, 'Opgelost'), { now: LATER });
    expect(wordsOf(done)).not.toContain(WORDS);
    expect(wordsOf(done)).toContain('15 januari 2027');
    expect(await store.get('helppoint/fraudehelpdesk')).toMatchObject({ checkedOn: '2027-01-15' });
    const all = await store.list('correction', EVERYTHING);
    expect(all).toHaveLength(2);
    for (const one of all)
      expect(one).toMatchObject({ doneBy: 'person/coordinator-demo', doneAt: LATER.toString() });
  });

  it('keeps open what was reported after the card, or after nothing, was shown', async () => {
    const HIJACKED = 'De site is gekaapt';
    const fresh = await ask(store, 'coordinator-demo', 'toon helppoint/fraudehelpdesk');
    await report();
    const card = await ask(store, 'coordinator-demo', 'toon helppoint/fraudehelpdesk');
    const minute = NOW.add({ minutes: 1 });
    await ask(store, 'nvb-demo', `klopt-niet fraudehelpdesk tekst:"${HIJACKED}"`, { now: minute });
    const asked = await press(store, 'coordinator-demo', button(fresh, 'Nagekeken'), { now: LATER });
    expect(asked.type).toBe('confirm');
    const done = await press(store, 'coordinator-demo', button(card, 'Opgelost'), { now: LATER });
    expect(wordsOf(done)).toContain(HIJACKED);
    expect(wordsOf(done)).not.toContain(WORDS);
    expect(await store.get('helppoint/fraudehelpdesk')).toMatchObject({ checkedOn: '2027-01-15' });
    await ask(store, 'coordinator-demo', 'klopt fraudehelpdesk --akkoord', { now: LATER });
    const after = await ask(store, 'coordinator-demo', 'toon helppoint/fraudehelpdesk');
    expect(wordsOf(after)).toContain(HIJACKED);
  });

  it('shows its report to nobody else: not the public, a reader, another partner, a channel or a search', async () => {
    await report();
    await report('guide/phishing');
    const reader = sampleActor({ role: 'reader', person: 'person/politie-demo' });
    for (const line of [
      'toon helppoint/fraudehelpdesk',
      'toon guide/phishing',
      'meldpunt phishing',
      'zoek uilenspiegel',
    ])
      for (const [who, audience] of [
        [OUTSIDER, 'private'],
        [reader, 'private'],
        ['nvb-demo', 'private'],
        ['politie-demo', 'channel'],
        ['coordinator-demo', 'channel'],
      ] as const) {
        const words = wordsOf(await ask(store, who, line, { audience }));
        expect(words, `${line} ${audience}`).not.toMatch(/Openingstijden|klopt volgens|meldingen dat/);
        if (audience === 'channel') expect(words).not.toContain('klopt-niet');
      }
  });

  it('stays reported when the calendar files are imported again, and stays as the files say', async () => {
    await report();
    expect(await store.get('helppoint/fraudehelpdesk')).toMatchObject({ version: 1 });
    const again = await importRecords(store, readCalendarFiles(CALENDARS, { demo: true }), LATER);
    expect(again.differences).toEqual([]);
    expect(wordsOf(await ask(store, 'coordinator-demo', 'toon helppoint/fraudehelpdesk'))).toContain(WORDS);
  });

  it('is told in words without personal data', async () => {
    const reply = await ask(store, 'politie-demo', 'klopt-niet fraudehelpdesk tekst:"Bel 06-12345678"');
    expect(reply).toMatchObject({ type: 'form' });
    expect(await store.list('correction', EVERYTHING)).toEqual([]);
  });

  it('is not reported by a reader, and not called right by a partner', async () => {
    expect(wordsOf(await ask(store, 'lezer-demo', 'klopt-niet fraudehelpdesk tekst:x'))).toContain(
      'is voor partners',
    );
    expect(wordsOf(await ask(store, 'politie-demo', 'klopt fraudehelpdesk'))).toContain('coördinatoren');
    expect(await store.get('helppoint/fraudehelpdesk')).toMatchObject({ version: 1 });
  });
});

describe('first steps', () => {
  it('are reported and checked as help points are', async () => {
    await report('"eerste stappen bij phishing"');
    const card = await ask(store, 'coordinator-demo', 'toon guide/phishing', { now: LATER });
    expect(wordsOf(card)).toContain(WORDS);
    await press(store, 'coordinator-demo', button(card, 'Opgelost'), { now: LATER });
    expect(wordsOf(await ask(store, OUTSIDER, 'meldpunt phishing', { now: LATER }))).toContain(
      'nagekeken op 15 januari',
    );
  });
});

describe('confirming from the list', () => {
  it('is one press for a coordinator, in private alone', async () => {
    const list = await ask(store, 'coordinator-demo', 'meldpunt phishing');
    await press(store, 'coordinator-demo', button(list, '088-7867372'));
    expect(wordsOf(await ask(store, OUTSIDER, 'meldpunt phishing'))).toContain('je belt zelf: 088-7867372');
    const channel = await ask(store, 'coordinator-demo', 'meldpunt nepagent', { audience: 'channel' });
    expect(actionsOf(channel).filter(({ args }) => args.bevestig)).toEqual([]);
  });
});

const EVERYTHING = {
  everything: true,
  partners: true,
  organisations: [],
  groups: [],
  at: NOW.toString(),
};
