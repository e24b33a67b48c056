import { beforeEach, describe, expect, it } from 'vitest';
import { OUTSIDER } from '../../src/domain/access/actor.ts';
import type { Store } from '../../src/domain/ports.ts';
import { type ListItem, plainText, type Reply } from '../../src/reply/reply.ts';
import { actionsOf, ask, button, press, seededStore, wordsOf } from '../support/ask.ts';
import { NOW } from '../support/test-store.ts';

let store: Store;
beforeEach(async () => {
  store = await seededStore();
});
const asked = (line: string, now = NOW) => ask(store, OUTSIDER, line, { now });
function items(reply: Reply): ListItem[] {
  if (reply.type !== 'message') throw new Error(`a message was expected, not ${reply.type}`);
  return reply.sections.flatMap((section) => (section.type === 'list' ? section.items : []));
}
/** The points have a button each, the steps have none. */
const names = (reply: Reply) =>
  items(reply)
    .filter(({ actions }) => actions)
    .map(({ title }) => plainText(title));
const steps = (reply: Reply) =>
  items(reply)
    .filter(({ actions }) => !actions)
    .map(({ title, lines }) => [title, ...lines].map(plainText).join(' | '));
/** 112 always shows: nobody has to call it first. */
const ANY_NUMBER = /0900-?\d|088-?\d/;

describe('meldpunt', () => {
  it('orders by rank, and then names the points for every form', async () => {
    expect(names(await asked('meldpunt aankoopfraude'))).toEqual([
      'Politie',
      'Je eigen bank',
      'ACM ConsuWijzer',
      'LMIO (politie)',
      'Fraudehelpdesk',
      'Slachtofferhulp Nederland',
    ]);
  });

  it('knows a form by the words that people use', async () => {
    const reply = await asked('meldpunt whatsappfraude');
    expect(wordsOf(reply)).toContain('Waar kun je terecht bij vriend-in-noodfraude?');
    expect(names(reply)[0]).toBe('Je eigen bank');
  });

  it('tells a business something else than a citizen', async () => {
    const business = names(await asked('meldpunt factuurfraude wie:ondernemer'));
    expect(business).toContain('Fraudehelpdesk voor bedrijven');
    expect(business).not.toContain('Slachtofferhulp Nederland');
    expect(names(await asked('meldpunt factuurfraude wie:burger'))).not.toContain(
      'Fraudehelpdesk voor bedrijven',
    );
  });

  it('without a form shows who helps with every form, and offers each form', async () => {
    const reply = await asked('meldpunt');
    expect(names(reply)[0]).toBe('Je eigen bank');
    const forms = actionsOf(reply).filter(({ command, args }) => command === 'meldpunt' && args.vorm);
    expect(forms).toHaveLength(19);
    expect(names(await press(store, OUTSIDER, button(reply, 'Identiteitsfraude')))[0]).toBe(
      'Centraal Meldpunt Identiteitsfraude',
    );
  });

  it('always warns that criminals pose as these points', async () => {
    for (const line of ['meldpunt', 'meldpunt phishing', 'toon helppoint/politie'])
      expect(wordsOf(await asked(line))).toContain('Oplichters doen zich ook voor als');
  });

  it('tells the site alone while nobody has checked a number', async () => {
    for (const line of [
      'meldpunt',
      'meldpunt phishing',
      'meldpunt identiteitsfraude',
      'toon helppoint/politie',
    ]) {
      const words = wordsOf(await asked(line));
      expect(words).not.toMatch(ANY_NUMBER);
      expect(words).toContain('kijk op de officiële website');
    }
  });
});

describe('the first steps', () => {
  it('come in order before the points, each with whom to go to, a source and the day it was read', async () => {
    const [first, second] = steps(await asked('meldpunt bankhelpdeskfraude'));
    expect(first).toMatch(
      /^1\. .*Bel meteen je bank.* \| naar: Je eigen bank; bron: AD .*bekeken op 23 november/,
    );
    expect(second).toMatch(/^2\. Doe aangifte .* \| naar: Politie; bron: Tweakers/);
  });

  it('tell what not to do', async () => {
    const words = wordsOf(await asked('meldpunt bankhelpdeskfraude'));
    expect(words.indexOf('Doe dit niet')).toBeGreaterThan(words.indexOf('Eerste stappen'));
    expect(words.indexOf('Doe dit niet')).toBeLessThan(words.indexOf('Hier kun je terecht'));
    expect(words).toContain('Een bank vraagt dat nooit');
  });

  it('are those of the wider form, or the general ones, where a form has none; and that is said', async () => {
    expect(wordsOf(await asked('meldpunt quishing'))).toContain(
      'Voor quishing zijn er geen eigen stappen. Dit zijn die voor phishing.',
    );
    expect(wordsOf(await asked('meldpunt baanfraude'))).toContain('Dit zijn de algemene stappen.');
    expect(wordsOf(await asked('meldpunt phishing'))).not.toContain('geen eigen stappen');
    expect(wordsOf(await asked('meldpunt'))).not.toContain('geen eigen stappen');
  });

  it('differ for a citizen and a business, with the other one button away', async () => {
    const unsaid = await asked('meldpunt factuurfraude');
    expect(wordsOf(unsaid)).toContain('Eerste stappen voor een burger');
    const business = await press(store, OUTSIDER, button(unsaid, 'Stappen voor een ondernemer'));
    expect(steps(business).join()).toContain('Fraudehelpdesk voor bedrijven');
    expect(wordsOf(await asked('meldpunt ceo-fraude'))).toContain('Eerste stappen voor een ondernemer');
    expect(wordsOf(await asked('meldpunt phishing'))).not.toContain('Stappen voor een');
  });

  it('are found by searching, and shown by themselves', async () => {
    const found = await asked('zoek "eerste stappen datingfraude" soort:guide');
    expect(wordsOf(found)).toContain('Eerste stappen bij datingfraude');
    expect(wordsOf(await asked('zoek whatsappfraude soort:guide'))).toContain(
      'Eerste stappen bij vriend-in-noodfraude',
    );
    expect(steps(await asked('toon "eerste stappen bij datingfraude"'))[0]).toContain('Bel meteen je bank');
  });

  it('are the same in a channel, where anyone may share them', async () => {
    const here = await ask(store, 'coordinator-demo', 'meldpunt phishing', { audience: 'channel' });
    expect(here).toMatchObject({ audience: 'channel', shareable: true });
    expect(steps(here)).toEqual(steps(await asked('meldpunt phishing')));
    expect(wordsOf(here)).not.toMatch(ANY_NUMBER);
  });
});

describe('confirming a number', () => {
  const card = () => ask(store, 'coordinator-demo', 'toon helppoint/fraudehelpdesk');

  it('is one press for a coordinator; from then on everyone sees it as "je belt zelf", with its source', async () => {
    const done = await press(store, 'coordinator-demo', button(await card(), '088-7867372'));
    expect(wordsOf(done)).toContain('Bevestigd');
    const words = wordsOf(await asked('meldpunt phishing'));
    expect(words).toContain('je belt zelf: 088-7867372 (werkdagen 9.00-17.00), nagebeld op 23 november 2026');
    expect(words).toContain('Fraudehelpdesk, contact');
    const [last] = (await store.history('helppoint/fraudehelpdesk')).slice(-1);
    expect(last).toMatchObject({ action: 'helppoint.confirm-phone', person: 'person/coordinator-demo' });
  });

  it('holds for six months', async () => {
    await press(store, 'coordinator-demo', button(await card(), '088-7867372'));
    const before = Temporal.Instant.from('2027-05-23T07:59:59Z');
    expect(wordsOf(await asked('meldpunt phishing', before))).toContain('088-7867372');
    const after = Temporal.Instant.from('2027-05-23T08:00:00Z');
    expect(wordsOf(await asked('meldpunt phishing', after))).not.toMatch(ANY_NUMBER);
  });

  it('may be of one number of several', async () => {
    await ask(store, 'coordinator-demo', 'meldpunt bevestig:helppoint/politie nummer:0900-8844');
    const words = wordsOf(await asked('meldpunt nepagent'));
    expect(words).toContain('0900-8844');
    const fraud = await asked('toon helppoint/fraudehelpdesk');
    expect(wordsOf(fraud)).not.toMatch(ANY_NUMBER);
  });

  it('is never asked for 112, which always shows', async () => {
    expect(wordsOf(await asked('meldpunt bankhelpdeskfraude'))).toContain('je belt zelf: 112 (spoed)');
    const politie = await ask(store, 'coordinator-demo', 'toon helppoint/politie');
    expect(() => button(politie, '112')).toThrow();
    expect(wordsOf(politie)).toContain('Eén telefoonnummer is nog niet nagebeld');
    await ask(store, 'coordinator-demo', 'meldpunt bevestig:helppoint/politie');
    const { phones = [] } = (await store.get('helppoint/politie')) ?? {};
    expect(phones.find(({ number }) => number === '112')?.confirmedAt).toBeUndefined();
    expect(phones.find(({ number }) => number === '0900-8844')?.confirmedAt).toBeDefined();
  });

  it('is not for others, not in a channel, and not for a number that is not there', async () => {
    expect(wordsOf(await ask(store, 'politie-demo', 'meldpunt bevestig:helppoint/politie'))).toContain(
      'coördinator',
    );
    expect(wordsOf(await ask(store, 'politie-demo', 'toon helppoint/politie'))).not.toMatch(ANY_NUMBER);
    const channel = await ask(store, 'coordinator-demo', 'toon helppoint/politie', { audience: 'channel' });
    expect(wordsOf(channel)).not.toMatch(ANY_NUMBER);
    expect(
      wordsOf(await ask(store, 'coordinator-demo', 'meldpunt bevestig:helppoint/politie nummer:0900-0000')),
    ).toContain('Dit nummer staat niet bij Politie');
    expect(await store.get('helppoint/politie')).toMatchObject({ version: 1 });
  });
});
