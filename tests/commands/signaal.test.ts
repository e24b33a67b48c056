import { beforeEach, describe, expect, it } from 'vitest';
import { draftFor, keepDraft } from '../../src/command/keep-draft.ts';
import { OUTSIDER, PROGRAM } from '../../src/domain/access/actor.ts';
import { scopeOf } from '../../src/domain/access/visibility.ts';
import { group } from '../../src/domain/organisation/organisation.ts';
import type { Store } from '../../src/domain/ports.ts';
import type { Signal } from '../../src/domain/signal/signal.ts';
import { ask, button, contextOf, press, registry, seededStore, send, wordsOf } from '../support/ask.ts';
import { NOW, put } from '../support/test-store.ts';

const SHARE =
  'signaal "Nepagent haalt sieraden op" wat:"Een beller waarschuwt voor inbrekers" publiek:"Hang op" vorm:nepagent kanaal:telefoon regio:limburg sinds:"3 november"';
const ALL = scopeOf(PROGRAM, NOW);

let store: Store;
beforeEach(async () => {
  store = await seededStore();
  await put(
    store,
    group.parse({
      id: 'group/kerngroep',
      name: 'Kerngroep',
      visibility: 'public',
      members: ['organisation/politie', 'organisation/nvb'],
      version: 1,
    }),
  );
});

async function only(): Promise<Signal> {
  const [signal, other] = await store.list('signal', ALL);
  if (!signal || other) throw new Error('one signal was expected');
  return signal;
}

describe('a signal', () => {
  it('goes from sharing by one to seeing by others, a comment, a campaign and closing', async () => {
    const shared = await ask(store, 'politie-demo', SHARE);
    expect(await only()).toMatchObject({
      since: '2026-11-03',
      owner: 'organisation/politie',
      visibility: 'partners',
      state: 'open',
    });
    expect(wordsOf(shared)).toContain('Je signaal is gedeeld.');
    expect(wordsOf(shared)).not.toContain('Pim');

    const list = await ask(store, 'nvb-demo', 'signalen vorm:nepagent');
    const card = await press(store, 'nvb-demo', button(list, 'Bekijken'));
    const confirmed = await press(store, 'nvb-demo', button(card, 'Wij zien dit ook'));
    expect(wordsOf(confirmed)).toContain('jouw organisatie ziet dit ook');
    expect(() => button(confirmed, 'Wij zien dit ook')).toThrow();

    expect(wordsOf(await ask(store, 'vng-demo', 'signaal-reactie sieraden "Vooral in de avond"'))).toMatch(
      /VNG[\s\S]*Vooral in de avond/,
    );
    const linked = await ask(store, 'vng-demo', 'signaal-koppel sieraden "week van de veiligheid"');
    expect(wordsOf(linked)).toContain('Week van de Veiligheid 2027');

    const closing = await press(
      store,
      'politie-demo',
      button(await ask(store, 'politie-demo', 'toon sieraden'), 'Sluiten'),
    );
    expect(closing).toMatchObject({ type: 'form', command: 'signaal-sluit', version: 4 });
    const closed = await ask(store, 'politie-demo', 'signaal-sluit sieraden reden:"Niet meer gezien"');
    expect(wordsOf(closed)).toContain('Gesloten op 23 november: Niet meer gezien');
    expect((await store.history((await only()).id)).map(({ action, person }) => [action, person])).toEqual([
      ['signal.share', 'person/politie-demo'],
      ['signal.confirm', 'person/nvb-demo'],
      ['signal.comment', 'person/vng-demo'],
      ['signal.link', 'person/vng-demo'],
      ['signal.close', 'person/politie-demo'],
    ]);
    for (const line of [
      'zie-ook sieraden',
      'signaal-reactie sieraden Nog een',
      'signaal-sluit sieraden reden:x',
    ])
      expect(wordsOf(await ask(store, 'coordinator-demo', line)), line).toContain('is gesloten');
  });

  it('is seen too by each organisation once, and not by whoever shared it', async () => {
    await ask(store, 'politie-demo', SHARE);
    await ask(store, 'nvb-demo', 'zie-ook sieraden');
    await ask(store, 'nvb-demo', 'zie-ook sieraden');
    await ask(store, 'vng-demo', 'zie-ook sieraden', { key: 'twee' });
    await ask(store, 'vng-demo', 'zie-ook sieraden', { key: 'twee' });
    expect((await only()).confirmations.map(({ organisation }) => organisation)).toEqual([
      'organisation/nvb',
      'organisation/vng',
    ]);
    expect(wordsOf(await ask(store, 'politie-demo', 'zie-ook sieraden'))).toContain(
      'van jouw organisatie zelf',
    );
  });

  it('is corrected while it is open, by who shared it or a coordinator, and what others said of it stays', async () => {
    await ask(store, 'politie-demo', `${SHARE} groep:kerngroep`);
    await ask(store, 'nvb-demo', 'zie-ook sieraden');
    const card = await ask(store, 'politie-demo', 'toon sieraden');
    const form = await press(store, 'politie-demo', button(card, 'Wijzigen'));
    if (form.type !== 'form') throw new Error('a form was expected');
    const values = Object.fromEntries(form.fields.map(({ name, value }) => [name, value]));
    expect(values).toMatchObject({ wat: 'Een beller waarschuwt voor inbrekers', groep: 'group/kerngroep' });
    const edited = await ask(
      store,
      'politie-demo',
      'signaal-wijzig sieraden titel:"Nepagent haalt sieraden en passen op" zichtbaar:partners sinds:"1 november"',
    );
    expect(wordsOf(edited)).toContain('Het signaal is gewijzigd.');
    expect(await only()).toMatchObject({
      title: 'Nepagent haalt sieraden en passen op',
      what: 'Een beller waarschuwt voor inbrekers',
      since: '2026-11-01',
      visibility: 'partners',
      confirmations: [{ organisation: 'organisation/nvb' }],
    });
    const refused = {
      'nvb-demo': ['signaal-wijzig sieraden wat:Anders', 'Alleen wie dit'],
      'politie-demo': ['signaal-wijzig sieraden wat:"Piet de Boer belt" --versie:3', 'persoonsgegevens'],
      'coordinator-demo': ['signaal-wijzig sieraden wat:Anders --versie:1', 'Iemand was je voor'],
    };
    for (const [who, [line = '', told]] of Object.entries(refused))
      expect(wordsOf(await ask(store, who, line))).toContain(told);
    await ask(store, 'coordinator-demo', 'signaal-sluit sieraden reden:over');
    expect(wordsOf(await ask(store, 'politie-demo', 'signaal-wijzig sieraden wat:Anders'))).toContain(
      'is gesloten',
    );
    expect(await only()).toMatchObject({ what: 'Een beller waarschuwt voor inbrekers' });
  });

  it('sent twice is shared once', async () => {
    await ask(store, 'politie-demo', SHARE, { key: 'een' });
    await ask(store, 'politie-demo', SHARE, { key: 'een' });
    await only();
  });

  it('is closed by who shared it or a coordinator, and nobody else', async () => {
    await ask(store, 'politie-demo', SHARE);
    expect(wordsOf(await ask(store, 'nvb-demo', 'signaal-sluit sieraden reden:x'))).toContain(
      'Alleen wie dit',
    );
    expect((await only()).state).toBe('open');
    await ask(store, 'coordinator-demo', 'signaal-sluit sieraden reden:dubbel');
    expect(await only()).toMatchObject({ state: 'closed', closedReason: 'dubbel' });
  });

  it('of which someone was ahead when it was closed is shown first', async () => {
    await ask(store, 'politie-demo', SHARE);
    await ask(store, 'nvb-demo', 'zie-ook sieraden');
    const stale = await ask(store, 'politie-demo', 'signaal-sluit sieraden reden:weg --versie:1');
    expect(wordsOf(stale)).toContain('Iemand was je voor');
    expect((await only()).state).toBe('open');
  });

  it('loses its link with a campaign again', async () => {
    await ask(store, 'politie-demo', SHARE);
    await ask(store, 'politie-demo', 'signaal-koppel sieraden "week van de veiligheid"');
    await ask(store, 'politie-demo', 'signaal-koppel sieraden "week van de veiligheid" --los');
    expect((await only()).campaigns).toEqual([]);
  });

  it('is found by words, region and state, open ones first', async () => {
    await ask(store, 'politie-demo', SHARE);
    await ask(store, 'nvb-demo', 'signaal "Valse betaalverzoeken" wat:"Via Marktplaats" vorm:phishing', {
      now: NOW.subtract({ hours: 48 }),
    });
    await ask(store, 'politie-demo', 'signaal-sluit sieraden reden:over');
    const all = wordsOf(await ask(store, 'lezer-demo', 'signalen'));
    expect(all).toContain('2 signalen.');
    expect(all.indexOf('Valse betaal')).toBeLessThan(all.indexOf('Nepagent'));
    expect(wordsOf(await ask(store, 'lezer-demo', 'signalen regio:limburg'))).toContain('1 signaal.');
    expect(wordsOf(await ask(store, 'lezer-demo', 'signalen marktplaats stand:lopend'))).toContain(
      '1 signaal.',
    );
    expect(wordsOf(await ask(store, 'lezer-demo', 'signalen stand:gesloten'))).not.toContain('Valse');
  });

  it('cannot be of tomorrow, and asks for a group that is missing or too many', async () => {
    const line = 'signaal "Iets" wat:"Iets"';
    expect(wordsOf(await ask(store, 'politie-demo', `${line} sinds:2027-01-01`))).toContain('moet nog komen');
    expect(wordsOf(await ask(store, 'politie-demo', `${line} zichtbaar:groep`))).toContain('Kies de groep');
    expect(wordsOf(await ask(store, 'politie-demo', `${line} zichtbaar:partners groep:kerngroep`))).toContain(
      'én een groep',
    );
    expect(await store.list('signal', ALL)).toEqual([]);
  });
});

describe('who sees a signal', () => {
  const WHO = {
    'politie-demo': 'owner',
    'nvb-demo': 'member',
    'coordinator-demo': 'coordinator',
    'vng-demo': 'other partner',
    'lezer-demo': 'reader',
    outsider: 'outsider',
  } as const;
  const LINES = ['signalen', 'zoek sieraden', 'zoek sieraden soort:signal', 'toon sieraden'];

  it.each([
    ['for partners', '', ['politie-demo', 'nvb-demo', 'coordinator-demo', 'vng-demo', 'lezer-demo']],
    ['for a group', ' groep:kerngroep', ['politie-demo', 'nvb-demo', 'coordinator-demo']],
  ])('%s', async (_name, more, readers) => {
    const shared = await ask(store, 'politie-demo', SHARE + more);
    expect(wordsOf(shared)).toContain('gedeeld');
    const { id } = await only();
    await ask(store, 'politie-demo', 'signaal-koppel sieraden "week van de veiligheid"');
    for (const who of Object.keys(WHO)) {
      const asker = who === 'outsider' ? OUTSIDER : who;
      for (const line of [...LINES, `toon ${id}`, 'toon "week van de veiligheid"']) {
        const told = wordsOf(await ask(store, asker, line)).includes('Nepagent haalt');
        expect(told, `${who}: ${line}`).toBe(readers.includes(who));
        const inChannel = wordsOf(await ask(store, asker, line, { audience: 'channel' }));
        expect(inChannel, `${who} in a channel: ${line}`).not.toContain('Nepagent haalt');
      }
      if (readers.includes(who)) continue;
      const count = wordsOf(await ask(store, asker, 'signalen'));
      expect(count).not.toContain('1 signaal');
    }
  });

  it('and who sees it not, cannot tell it from one that is not there', async () => {
    await ask(store, 'politie-demo', `${SHARE} groep:kerngroep`);
    const { id } = await only();
    for (const line of [
      'zie-ook X',
      'signaal-reactie X hoi',
      'signaal-sluit X reden:x',
      'signaal-wijzig X wat:x',
      'signaal-koppel X wvdv',
    ]) {
      const there = wordsOf(await ask(store, 'vng-demo', line.replace('X', id)));
      const gone = wordsOf(await ask(store, 'vng-demo', line.replace('X', 'signal/nietdaar')));
      expect(there.replaceAll(id, 'X'), line).toBe(gone.replaceAll('signal/nietdaar', 'X'));
    }
    expect(await only()).toMatchObject({ version: 1 });
  });

  it('is a group only for whoever is in it', async () => {
    const refused = await ask(store, 'vng-demo', `${SHARE} groep:kerngroep`);
    expect(wordsOf(refused)).toContain('zit niet in deze groep');
    expect(await store.list('signal', ALL)).toEqual([]);
  });

  it('and only partners act on it', async () => {
    await ask(store, 'politie-demo', SHARE);
    const card = await ask(store, 'lezer-demo', 'toon sieraden');
    for (const label of ['Wij zien dit ook', 'Reageren', 'Sluiten'])
      expect(() => button(card, label)).toThrow();
    expect(wordsOf(await ask(store, 'lezer-demo', 'zie-ook sieraden'))).toContain('is voor partners');
    expect(wordsOf(await ask(store, 'lezer-demo', 'signaal "x" wat:"y"'))).toContain('is voor partners');
  });
});

describe('personal data in a signal', () => {
  const RAW = [
    '06-12345678',
    'De Vries',
    'Dorpsstraat',
    '12-BXB-3',
    '111222333',
    'NL91 ABNA',
    'voorbeeld.nl',
  ];
  const WHAT = `Beller ${RAW[0]} noemt mevrouw ${RAW[1]}, ${RAW[2]} 12, kenteken ${RAW[3]}, bsn ${RAW[4]}, ${RAW[5]} 0417 1643 00, jan@${RAW[6]}`;

  it('stops the form, which keeps all the rest and holds the text masked', async () => {
    const args = { titel: 'Nepagent', wat: WHAT, vorm: ['form/nepagent'], publiek: 'Hang op' };
    const form = await send(store, 'politie-demo', { command: 'signaal', args });
    if (form.type !== 'form') throw new Error('a form was expected');
    const words = wordsOf(form);
    for (const raw of RAW) expect(words).not.toContain(raw);
    for (const kind of [
      'telefoonnummer',
      'naam',
      'adres',
      'kenteken',
      'burgerservicenummer',
      'rekeningnummer',
      'mailadres',
    ])
      expect(words).toContain(`${kind} `);
    const values = Object.fromEntries(form.fields.map(({ name, value }) => [name, value]));
    expect(values).toMatchObject({ titel: 'Nepagent', vorm: ['form/nepagent'], publiek: 'Hang op' });
    const again = { titel: values.titel ?? '', wat: values.wat ?? '' };
    expect(await send(store, 'politie-demo', { command: 'signaal', args: again })).toMatchObject({
      type: 'message',
    });
    expect((await only()).what).toMatch(/^Beller 06•+8 noemt mevrouw D•+, Do•+2, kenteken 12•+3/);
  });

  it.each([
    'signaal-reactie sieraden "bel 06-12345678"',
    'signaal-sluit sieraden reden:"mevrouw De Vries belde"',
  ])('changes nothing: %s', async (line) => {
    await ask(store, 'politie-demo', SHARE);
    expect(wordsOf(await ask(store, 'politie-demo', line))).toContain('persoonsgegevens');
    expect(await only()).toMatchObject({ version: 1 });
  });

  it('is in no draft either', async () => {
    const context = await contextOf(store, 'politie-demo');
    const signaal = registry.find('signaal');
    if (!signaal) throw new Error('no signaal');
    await keepDraft(context, signaal, { titel: 'Nepagent', wat: WHAT });
    const draft = JSON.stringify(await draftFor(context, signaal, {}));
    expect(draft).toContain('Nepagent');
    for (const raw of RAW) expect(draft).not.toContain(raw);
  });
});
