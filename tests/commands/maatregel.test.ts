import { beforeEach, describe, expect, it } from 'vitest';
import { OUTSIDER } from '../../src/domain/access/actor.ts';
import type { Store } from '../../src/domain/ports.ts';
import { actionsOf, ask, button, press, seededStore, wordsOf } from '../support/ask.ts';

const BOSS = 'coordinator-demo';
const BANKS = 'nvb-demo';
const POLICE = 'politie-demo';
const FORM = 'bankhelpdeskfraude';

let store: Store;
beforeEach(async () => {
  store = await seededStore();
});
const said = async (who: string, line: string) => wordsOf(await ask(store, who, line));
const prioritise = () => ask(store, BOSS, `maatregel prioriteit vorm:${FORM}`);
/** Practices of the shelf with a measured effect that hold for every form: BP-05 and BP-06 are such. */
const measured = async () =>
  (await store.list('practice', { everything: true, partners: true, organisations: [], groups: [], at: '' }))
    .filter(
      ({ forms, evidence }) =>
        forms.length === 0 && /[AB]/.test(evidence[0] ?? '') && !evidence.includes('X'),
    )
    .map(({ key = '' }) => key.toLowerCase());

describe('measures for a fraud form', () => {
  it('begin with no priority, since no source says which forms have it', async () => {
    expect(await said(BANKS, 'maatregel')).toContain('nog geen fraudevorm met prioriteit');
    expect(await said(BANKS, `maatregel kies vorm:${FORM} praktijk:bp-05`)).toContain(
      'heeft geen prioriteit',
    );
    expect(await said(BANKS, `maatregel prioriteit vorm:${FORM}`)).toMatch(/coördinator/);
    expect((await store.get(`form/${FORM}`))?.priority).toBeUndefined();
  });

  it('are chosen, carried out and stopped, until two effective ones run', async () => {
    await prioritise();
    expect((await store.get(`form/${FORM}`))?.priority).toBe('2026-11-23');
    const [first = '', second = ''] = await measured();
    expect(await said(BANKS, 'maatregel gaten')).toContain('Gekozen: 0 van 2');
    await ask(store, BANKS, `maatregel kies vorm:${FORM} praktijk:${first}`);
    const chosen = await ask(store, POLICE, `maatregel kies vorm:${FORM} praktijk:${second} stand:loopt`);
    expect(wordsOf(chosen)).toContain('Werkend gekozen: 2 van 2; daarvan lopen er 1.');
    expect(await said(BANKS, 'maatregel gaten')).toContain('Er lopen er nog maar 1 van 2');
    const list = await ask(store, BANKS, `maatregel lijst vorm:${FORM}`);
    const running = await press(store, BANKS, button(list, 'Loopt'));
    expect(wordsOf(running)).toContain('daarvan lopen er 2');
    expect(await said(BANKS, 'maatregel gaten')).toContain('De vorm met prioriteit heeft 2');
    await ask(store, BANKS, `maatregel stand vorm:${FORM} praktijk:${first} stand:gestopt`);
    expect(await said(BANKS, 'maatregel gaten')).toContain('Gekozen: 1 van 2');
  });

  it('count only when an effect was measured; a warning cannot be chosen at all', async () => {
    await prioritise();
    expect(await said(BANKS, `maatregel kies vorm:${FORM} praktijk:bp-18`)).toContain('is een waarschuwing');
    const unmeasured = await said(BANKS, `maatregel kies vorm:${FORM} praktijk:bp-08`);
    expect(unmeasured).toContain('Telt niet mee: het effect is niet gemeten.');
    expect(await said(BANKS, 'maatregel gaten')).toContain('De vorm met prioriteit heeft nog geen 2');
    expect(unmeasured).toContain('Werkend gekozen: 0 van 2');
  });

  it('are one for each form and practice: who chooses it too joins it', async () => {
    await prioritise();
    await ask(store, BANKS, `maatregel kies vorm:${FORM} praktijk:bp-05`);
    const joined = await said(POLICE, `maatregel kies vorm:${FORM} praktijk:bp-05`);
    expect(joined).toMatch(/door NVB en Politie/);
    expect(await store.get(`measure/${FORM}~bp-05`)).toMatchObject({
      organisations: ['organisation/nvb', 'organisation/politie'],
      version: 2,
    });
  });

  it('go on with the others when one organisation stops, and stop with the last', async () => {
    await prioritise();
    await ask(store, BANKS, `maatregel kies vorm:${FORM} praktijk:bp-05 stand:loopt`);
    await ask(store, POLICE, `maatregel kies vorm:${FORM} praktijk:bp-05`);
    const stop = `maatregel stand vorm:${FORM} praktijk:bp-05 stand:gestopt`;
    expect(await said(BANKS, stop)).toContain('jouw organisatie is ermee gestopt');
    expect(await store.get(`measure/${FORM}~bp-05`)).toMatchObject({
      organisations: ['organisation/politie'],
      state: 'running',
    });
    await ask(store, POLICE, stop);
    expect((await store.get(`measure/${FORM}~bp-05`))?.state).toBe('stopped');
  });

  it('do not begin again once their practice was withdrawn', async () => {
    await prioritise();
    await ask(store, BANKS, `maatregel kies vorm:${FORM} praktijk:bp-05`);
    await ask(store, BOSS, 'intrekken bp-05 reden:"Klopt niet meer"');
    const list = await ask(store, BANKS, 'maatregel');
    expect(wordsOf(list)).toContain('Telt niet mee: de aanpak is ingetrokken.');
    expect(() => button(list, 'Loopt')).toThrow();
    await ask(store, BANKS, `maatregel stand maatregel:${FORM}~bp-05 stand:loopt`);
    expect((await store.get(`measure/${FORM}~bp-05`))?.state).toBe('chosen');
    await press(store, BANKS, button(list, 'Gestopt'));
    expect((await store.get(`measure/${FORM}~bp-05`))?.state).toBe('stopped');
  });

  it('are changed only by who carries them out, and chosen only for the own organisation', async () => {
    await prioritise();
    await ask(store, BANKS, `maatregel kies vorm:${FORM} praktijk:bp-05`);
    const list = await ask(store, POLICE, 'maatregel');
    expect(actionsOf(list).map(({ label }) => label)).not.toContain('Loopt');
    await ask(store, POLICE, `maatregel stand vorm:${FORM} praktijk:bp-05 stand:gestopt`);
    await ask(store, POLICE, `maatregel kies vorm:${FORM} praktijk:bp-06 wie:nvb`);
    expect((await store.get(`measure/${FORM}~bp-05`))?.state).toBe('chosen');
    expect(await store.get(`measure/${FORM}~bp-06`)).toBeUndefined();
  });

  it('are kept when the form loses its priority, and stand on the list again when it is back', async () => {
    await prioritise();
    await ask(store, BANKS, `maatregel kies vorm:${FORM} praktijk:bp-05`);
    expect(await said(BOSS, `maatregel geen-prioriteit vorm:${FORM}`)).toContain('geen prioriteit meer');
    expect(await said(BANKS, 'maatregel')).not.toContain('door NVB');
    await prioritise();
    expect(await said(BANKS, 'maatregel')).toContain('door NVB');
  });

  it('are for partners alone, and never told in a channel', async () => {
    await prioritise();
    await ask(store, BANKS, `maatregel kies vorm:${FORM} praktijk:bp-05`);
    for (const line of ['maatregel', 'maatregel gaten']) {
      const told = wordsOf(await ask(store, BANKS, line, { audience: 'channel' }));
      expect(told).toContain('in een privébericht');
      expect(told).not.toMatch(/bankhelpdesk|NVB/i);
      expect(wordsOf(await ask(store, OUTSIDER, line))).not.toMatch(/bankhelpdesk|NVB/i);
    }
  });
});
