import { beforeEach, describe, expect, it } from 'vitest';
import { OUTSIDER } from '../../src/domain/access/actor.ts';
import type { Store } from '../../src/domain/ports.ts';
import { ask, button, press, seededStore, wordsOf } from '../support/ask.ts';
import { NOW } from '../support/test-store.ts';

let store: Store;
beforeEach(async () => {
  store = await seededStore();
});
const LINE = 'voortgang 5.02 op-schema tekst:"De strategie ligt bij de kerngroep" kwartaal:"Q1 2027"';

describe('voortgang', () => {
  it('of a lead changes the action and keeps a report, in one change', async () => {
    const before = await store.revision();
    const reply = await ask(store, 'vng-demo', LINE);
    expect(await store.revision()).toBe(before + 1);
    expect(await store.get('action/ap24-5.02')).toMatchObject({
      state: 'on-schedule',
      expectedQuarter: '2027-Q1',
      origin: 'person',
      version: 2,
    });
    const words = wordsOf(reply);
    expect(words).toContain('De voortgang is opgeslagen.');
    expect(words).toContain('VNG, ma 23 november 2026, 10.00 uur');
    expect(words).toContain('nu verwacht: 1e kwartaal 2027');
    expect(words).not.toContain('Vera');
  });

  it('is shown to partners as a history, the newest first, and not to outsiders', async () => {
    await ask(store, 'vng-demo', LINE);
    await ask(store, 'coordinator-demo', 'voortgang AP24-5.02 klaar', { now: NOW.add({ hours: 48 }) });
    const words = wordsOf(await ask(store, 'lezer-demo', 'toon 5.02'));
    expect(words.indexOf('klaar')).toBeLessThan(words.indexOf('De strategie ligt'));
    expect(words).toContain('Veiliginternetten.nl, wo 25 november 2026');
    const open = wordsOf(await ask(store, OUTSIDER, 'toon 5.02'));
    expect(open).not.toMatch(/De strategie ligt|klaar/);
  });

  it('of a done action expects no quarter any more', async () => {
    await ask(store, 'vng-demo', LINE);
    await ask(store, 'vng-demo', 'voortgang 5.02 klaar');
    expect(await store.get('action/ap24-5.02')).not.toHaveProperty('expectedQuarter');
  });

  it('is for a lead or a coordinator; an action without a lead is the coordinators’', async () => {
    expect(wordsOf(await ask(store, 'ccv-demo', 'voortgang 5.02 klaar'))).toContain('Alleen een trekker');
    expect(wordsOf(await ask(store, 'jenv-demo', 'voortgang 2.03 laat'))).toContain('Alleen een trekker');
    expect(wordsOf(await ask(store, 'lezer-demo', 'voortgang 5.02 klaar'))).toContain('voor partners');
    expect(wordsOf(await ask(store, 'coordinator-demo', 'voortgang 2.03 laat'))).toContain('opgeslagen');
  });

  it('opens from the list with what is known, and asks for what is missing', async () => {
    const list = await ask(store, 'vng-demo', 'actieplan thema:5');
    const form = await press(store, 'vng-demo', button(list, 'Voortgang melden'));
    expect(form).toMatchObject({ type: 'form', command: 'voortgang', version: 1 });
    expect(await ask(store, 'vng-demo', 'voortgang 5.02')).toMatchObject({ type: 'form' });
  });

  it('of an older version shows what changed meanwhile', async () => {
    const list = await ask(store, 'vng-demo', 'actieplan thema:5');
    await ask(store, 'coordinator-demo', 'voortgang 5.02 laat');
    const pressed = { ...button(list, 'Voortgang melden'), opensForm: false };
    const stale = await press(store, 'vng-demo', { ...pressed, args: { ...pressed.args, stand: 'klaar' } });
    expect(wordsOf(stale)).toContain('Iemand was je voor');
  });

  it('sent twice counts once', async () => {
    await ask(store, 'vng-demo', LINE, { key: 'een' });
    const twice = await ask(store, 'vng-demo', LINE, { key: 'een' });
    expect(wordsOf(twice).match(/De strategie ligt/g)).toHaveLength(1);
  });

  it('refuses a quarter that has passed or is none, and personal data', async () => {
    expect(wordsOf(await ask(store, 'vng-demo', 'voortgang 5.02 laat kwartaal:"Q1 2025"'))).toContain(
      'al voorbij',
    );
    expect(wordsOf(await ask(store, 'vng-demo', 'voortgang 5.02 laat kwartaal:straks'))).toContain(
      'niet als kwartaal',
    );
    expect(
      wordsOf(await ask(store, 'vng-demo', 'voortgang 5.02 laat tekst:"slachtoffer belt 06-12345678"')),
    ).toContain('persoonsgegevens');
    expect(await store.get('action/ap24-5.02')).toMatchObject({ version: 1 });
  });
});
