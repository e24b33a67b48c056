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
const names = (reply: Reply) => items(reply).map(({ title }) => plainText(title));
const ANY_NUMBER = /0900-?\d|088-?\d|\b112\b/;

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
    expect(wordsOf(reply)).toContain('Waar kun je terecht bij Vriend-in-noodfraude?');
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
    const forms = actionsOf(reply).filter(({ command }) => command === 'meldpunt');
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
    expect(words).not.toMatch(/\b112\b/);
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
