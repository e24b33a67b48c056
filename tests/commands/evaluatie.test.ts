import { beforeEach, describe, expect, it } from 'vitest';
import { OUTSIDER } from '../../src/domain/access/actor.ts';
import type { Store } from '../../src/domain/ports.ts';
import type { AnyRecord } from '../../src/domain/records.ts';
import type { FormReply } from '../../src/reply/reply.ts';
import { actionsOf, ask, button, press, seededStore, send, wordsOf } from '../support/ask.ts';
import { put } from '../support/test-store.ts';

let store: Store;
beforeEach(async () => {
  store = await seededStore();
  await put(store, ...(await pastCampaigns(store)));
});

const PAST = 'campaign/praatje-2026';
const SAID = 'bereikt:"40 praatjes, 900 bezoekers" les:"Begin eerder" gemeten:"Korte enquête, n=80"';
const LINE = `evaluatie ${PAST} ${SAID} opnieuw:zo-weer`;

/** A campaign that ended ten days ago, led by the police, joined by the VNG; and one like it that is to come. */
async function pastCampaigns(from: Store): Promise<AnyRecord[]> {
  const template = await from.get('campaign/week-van-de-veiligheid-2027');
  if (!template) throw new Error('the calendar changed');
  const { series: _series, edition: _edition, ...rest } = template;
  const past = {
    ...rest,
    id: PAST,
    title: 'Praatje bij de bank 2026',
    visibility: 'public',
    owner: 'organisation/politie',
    leads: [{ organisation: 'organisation/politie' }],
    forms: ['form/bankhelpdeskfraude'],
    audiences: ['audience/senioren'],
    progress: 'planned',
    dateState: 'confirmed',
    period: { start: '2026-11-09', end: '2026-11-13', zone: 'Europe/Amsterdam' },
  } as AnyRecord;
  const coming = {
    ...past,
    id: 'campaign/praatje-2027',
    title: 'Praatje bij de bank 2027',
    period: { start: '2027-03-08', end: '2027-03-12', zone: 'Europe/Amsterdam' },
  } as AnyRecord;
  const joins = {
    id: 'participation/praatje-2026~vng',
    version: 0,
    visibility: 'partners',
    origin: 'person',
    campaign: PAST,
    organisation: 'organisation/vng',
    answer: 'joins',
  } as AnyRecord;
  return [past, coming, joins];
}

describe('evaluatie', () => {
  it('is told by a lead in one line, and shown part by part', async () => {
    const words = wordsOf(await ask(store, 'politie-demo', LINE));
    expect(words).toContain('De evaluatie is opgeslagen');
    expect(words).toContain('1 evaluatie: 1 organisatie zou het opnieuw doen.');
    for (const text of ['40 praatjes, 900 bezoekers', 'Begin eerder', 'Korte enquête, n=80', 'Politie'])
      expect(words).toContain(text);
    expect(words).not.toContain('Wat het kostte');
  });

  it('of several organisations stands beside each other, and is summed up', async () => {
    await ask(store, 'politie-demo', LINE);
    await ask(store, 'vng-demo', `evaluatie ${PAST} bereikt:"12 gemeenten" opnieuw:anders`);
    const words = wordsOf(await ask(store, 'lezer-demo', `terugblik ${PAST}`));
    expect(words).toContain(
      '2 evaluaties: 1 organisatie zou het opnieuw doen en 1 organisatie zou het anders doen.',
    );
    expect(words).toContain('12 gemeenten');
  });

  it('is for who leads or joins, once it has begun, and never of an outside moment', async () => {
    expect(wordsOf(await ask(store, 'ccv-demo', LINE))).toContain('de trekkers en wie meedoet');
    expect(wordsOf(await ask(store, 'lezer-demo', LINE))).toContain('voor partners');
    const early = LINE.replace(PAST, 'campaign/praatje-2027');
    expect(wordsOf(await ask(store, 'politie-demo', early))).toContain('nog niet begonnen');
    const hook = LINE.replace(PAST, '"black friday"');
    expect(wordsOf(await ask(store, 'politie-demo', hook))).toContain('inhaakmoment');
    expect(await store.list('evaluation', await everything())).toEqual([]);
  });

  it('opens with what was said before, and saves over nobody’s newer words', async () => {
    await ask(store, 'politie-demo', LINE);
    const form = (await ask(store, 'politie-demo', `evaluatie ${PAST}`)) as FormReply;
    expect(form).toMatchObject({ type: 'form', version: 1 });
    const values = Object.fromEntries(form.fields.map(({ name, value }) => [name, value ?? '']));
    expect(values).toMatchObject({
      campagne: 'evaluation/praatje-2026~politie',
      bereikt: '40 praatjes, 900 bezoekers',
    });
    await send(store, 'politie-demo', {
      command: 'evaluatie',
      args: { ...values, bereikt: '41 praatjes' },
      version: 1,
    });
    const late = await send(store, 'politie-demo', {
      command: 'evaluatie',
      args: { ...values, kosten: '€ 4.000' },
      version: 1,
    });
    expect(wordsOf(late)).toContain('Iemand was je voor');
    expect(wordsOf(late)).toContain('41 praatjes');
    const saved = await press(store, 'politie-demo', button(late, 'Mijn wijziging'));
    expect(wordsOf(saved)).toContain('€ 4.000');
    expect(wordsOf(saved)).toContain('41 praatjes');
  });

  it('of two colleagues who both begin one ends in a question, not in a lost answer', async () => {
    await ask(store, 'politie-demo', LINE, { key: 'a' });
    const second = await ask(store, 'politie-demo', `evaluatie ${PAST} bereikt:"anders" opnieuw:niet`);
    expect(wordsOf(second)).toContain('Iemand was je voor');
    const again = wordsOf(await ask(store, 'politie-demo', LINE, { key: 'a' }));
    expect(again).toContain('40 praatjes');
  });

  it('is for partners only: nothing of it is told to the public or in a channel', async () => {
    await ask(store, 'politie-demo', LINE);
    for (const line of [`terugblik ${PAST}`, `toon ${PAST}`, 'zoek praatjes']) {
      expect(wordsOf(await ask(store, OUTSIDER, line))).not.toMatch(/900 bezoekers|Begin eerder|enquête/);
      const channel = wordsOf(await ask(store, 'vng-demo', line, { audience: 'channel' }));
      expect(channel).not.toMatch(/900 bezoekers|Begin eerder|enquête/);
    }
  });

  it('goes where its campaign’s visibility goes', async () => {
    await ask(store, 'politie-demo', LINE);
    await ask(store, 'politie-demo', `wijzig ${PAST} zichtbaar:eigen`);
    expect(await store.get('evaluation/praatje-2026~politie')).toMatchObject({
      visibility: 'organisation',
      owner: 'organisation/politie',
    });
    expect(wordsOf(await ask(store, 'ccv-demo', 'terugblik'))).not.toContain('Begin eerder');
  });

  it('stops personal data and keeps all else that was filled in', async () => {
    const form = await ask(store, 'politie-demo', `${LINE} kosten:"Bel Piet op 06-12345678"`);
    expect(form).toMatchObject({ type: 'form' });
    expect(wordsOf(form)).toContain('40 praatjes, 900 bezoekers');
    expect(wordsOf(form)).not.toContain('06-12345678');
  });
});

describe('a good evaluation', () => {
  it('becomes the proposal of a practice in one step, with where it comes from', async () => {
    const told = await ask(store, 'politie-demo', LINE);
    const form = (await press(store, 'politie-demo', button(told, 'Maak er een aanpak van'))) as FormReply;
    const values = Object.fromEntries(form.fields.map(({ name, value }) => [name, value ?? '']));
    expect(values).toMatchObject({
      titel: 'Begin eerder',
      bron: 'Evaluatie van Praatje bij de bank 2026',
      vorm: ['form/bankhelpdeskfraude'],
    });
    const sent = { command: form.command, args: { ...values, bewijs: 'C' } };
    await send(store, 'politie-demo', sent);
    const [proposal] = (await store.list('practice', await everything())).filter(
      ({ state }) => state === 'in-review',
    );
    expect(proposal).toMatchObject({ evaluation: 'evaluation/praatje-2026~politie', evidence: ['C'] });
  });
});

describe('before a campaign', () => {
  it('shows what campaigns like it taught, to partners only', async () => {
    await ask(store, 'politie-demo', LINE);
    const made = await ask(
      store,
      'ccv-demo',
      'nieuw "Bankpraatjes" periode:"8 t/m 12 maart 2027" doelgroep:senioren vorm:bankhelpdeskfraude --akkoord',
    );
    expect(wordsOf(made)).toContain('Wat vergelijkbare campagnes leerden');
    expect(wordsOf(made)).toContain('Begin eerder');
    expect(wordsOf(made)).toContain('Hang op en bel zelf terug');
    expect(wordsOf(await ask(store, OUTSIDER, 'toon campaign/praatje-2027'))).not.toContain('Begin eerder');
  });

  it('warns of what was tried for the same form and audience, and did not work', async () => {
    const made = await ask(
      store,
      'ccv-demo',
      'nieuw "Klik niet" periode:"8 t/m 12 maart 2027" doelgroep:jongeren vorm:phishing --akkoord',
    );
    expect(wordsOf(made)).toContain('Waarschuwingen: dit werkte niet, of averechts');
  });

  it('offers the evaluation and the way back on the card of what is over', async () => {
    const card = await ask(store, 'vng-demo', `toon ${PAST}`);
    expect(await press(store, 'vng-demo', button(card, 'Evalueren'))).toMatchObject({ type: 'form' });
    const other = actionsOf(await ask(store, 'ccv-demo', `toon ${PAST}`)).map(({ label }) => label);
    expect(other).not.toContain('Evalueren');
    expect(other).toContain('Terugblik');
  });
});

describe('terugblik', () => {
  it('of a series tells all its editions before the next one is planned', async () => {
    const line = 'evaluatie campaign/maand-van-senioren-en-veiligheid-2021 organisatie:jenv';
    const said = await ask(store, 'coordinator-demo', `${line} ${SAID} opnieuw:anders`);
    expect(wordsOf(said)).toContain('De evaluatie is opgeslagen');
    const words = wordsOf(await ask(store, 'ccv-demo', 'terugblik "maand van senioren en veiligheid"'));
    expect(words).toContain('2 edities zijn afgelopen, en daarvan is er 1 geëvalueerd.');
    expect(words).toContain('Les: Begin eerder');
    expect(words).toContain('Aanpakken die passen');
  });

  it('shows no campaign that its lead has hidden since, and asks nobody who cannot answer', async () => {
    await ask(store, 'vng-demo', `evaluatie ${PAST} bereikt:"12 gemeenten" opnieuw:anders`);
    await ask(store, 'politie-demo', `wijzig ${PAST} zichtbaar:eigen titel:"Stille week"`);
    expect(wordsOf(await ask(store, 'vng-demo', 'terugblik'))).not.toContain('Stille week');
    const channel = wordsOf(await ask(store, 'politie-demo', 'terugblik', { audience: 'channel' }));
    expect(channel).not.toContain('Nog te evalueren');
    expect(wordsOf(await ask(store, 'lezer-demo', 'terugblik'))).not.toContain('Nog te evalueren');
  });

  it('without a name tells what is still to be evaluated, and what was told last', async () => {
    const before = wordsOf(await ask(store, 'politie-demo', 'terugblik'));
    expect(before).toContain('Nog te evalueren door jullie');
    expect(before).toContain('Praatje bij de bank 2026');
    await ask(store, 'politie-demo', LINE);
    const after = wordsOf(await ask(store, 'politie-demo', 'terugblik'));
    expect(after.indexOf('Praatje bij de bank 2026')).toBeGreaterThan(after.indexOf('Laatst geëvalueerd'));
  });
});

async function everything() {
  return { everything: true, partners: true, organisations: [], groups: [], at: '2026-11-23T09:00:00Z' };
}
