import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, it } from 'vitest';
import { inzicht } from '../../commands/inzicht.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { evaluation } from '../../src/domain/evaluation/evaluation.ts';
import type { Nudge, NudgeAnswer } from '../../src/domain/nudge/nudge.ts';
import type { Store } from '../../src/domain/ports.ts';
import type { Id } from '../../src/domain/shared/record.ts';
import type { Message, Reply, Section } from '../../src/reply/reply.ts';
import { samplePerson } from '../nudges/stage.ts';
import { actionsOf, ask, button, contextOf, press, seededStore, wordsOf } from '../support/ask.ts';
import { BANKS, POLICE, phishing, sampleCampaign, sampleOrganisation, seniors } from '../support/samples.ts';
import { messagesOf, NOW, put, testStore } from '../support/test-store.ts';

const BOSS = 'coordinator-demo';
type Table = Extract<Section, { type: 'table' }>;

function tableOf(reply: Reply, index = 0): Record<string, string>[] {
  if (reply.type !== 'message') throw new Error('a message was expected');
  const tables = reply.sections.filter((one): one is Table => one.type === 'table');
  const { columns = [], rows = [] } = tables[index] ?? {};
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, String(row[at])])));
}
const rowOf = (reply: Reply, first: string, index = 0) =>
  tableOf(reply, index).find((row) => Object.values(row)[0] === first);
const csvOf = (reply: Reply): string[][] => {
  const texts = (reply as Message).sections.filter((one) => one.type === 'text').map(({ text }) => text);
  return parse(String(texts.at(-1)), { delimiter: ';' });
};

describe('insight with the calendar as it is', () => {
  let store: Store;
  beforeEach(async () => {
    store = await seededStore();
  });

  it('is for coordinators, and never where others read along', async () => {
    for (const who of ['politie-demo', 'nvb-demo'])
      expect(wordsOf(await ask(store, who, 'inzicht'))).toMatch(/coördinator/);
    expect(wordsOf(await ask(store, BOSS, 'inzicht acties', { audience: 'channel' }))).toContain(
      'alleen voor coördinatoren',
    );
  });

  it('tells each part in a sentence, with a button to it', async () => {
    const overview = await ask(store, BOSS, 'inzicht');
    expect(wordsOf(overview)).toMatch(/over \d+ van de 19 fraudevormen staat niets gepland/);
    const parts = actionsOf(overview).map(({ args }) => args.onderdeel);
    expect(parts).toEqual(['dekking', 'doelgroepen', 'acties', 'antwoorden', 'campagnes']);
    expect(wordsOf(await press(store, BOSS, button(overview, 'Bekijken')))).toContain('Dekking per maand');
  });

  it('has the whole year in tables that every platform takes', async () => {
    const first = (await ask(store, BOSS, 'inzicht dekking periode:2027')) as Message;
    expect(Object.keys(tableOf(first)[0] ?? {})).toHaveLength(8);
    const second = await press(store, BOSS, first.next ?? button(first, 'nothing'));
    expect(Object.keys(tableOf(second)[0] ?? {})).toContain('december 2027');
    expect((second as Message).next).toBeUndefined();
    expect(rowOf(second, 'Phishing')?.Totaal).toBe(rowOf(first, 'Phishing')?.Totaal);
  });

  it('can be asked in English, in an English word, and for a period that is not too long', async () => {
    expect(wordsOf(await ask(store, BOSS, 'insight coverage form:phishing'))).toContain('Doelgroep');
    const long = wordsOf(await ask(store, BOSS, 'inzicht dekking periode:2026-01-01..2027-12-31'));
    expect(long).toContain('Dat zijn 24 maanden');
    expect(long).toContain('hoogstens 12 maanden');
  });

  it('counts the actions of the running plan by theme, with what is overdue', async () => {
    await ask(store, BOSS, 'voortgang 5.01 klaar');
    const before = await ask(store, BOSS, 'inzicht acties vorm:phishing');
    expect(wordsOf(before)).toContain('Periode, vorm en doelgroep tellen hier niet mee');
    const all = rowOf(before, 'Alles samen');
    expect(all).toMatchObject({ klaar: '1', 'stand onbekend': '44', Totaal: '45' });
    expect(Number(all?.['over tijd'])).toBeGreaterThan(0);
    const lines = csvOf(await ask(store, BOSS, 'inzicht acties opmaak:csv'));
    expect(lines[0]?.[0]).toBe('Plan');
  });
});

describe('coverage', () => {
  it('never shows an unconfirmed date as certain, in the table or in the file', async () => {
    const more: Partial<Campaign> = { forms: [phishing.id], audiences: [seniors.id] };
    const store = await testStore(
      ...[phishing, seniors, boss, sampleOrganisation(POLICE)],
      sampleCampaign('a', { ...more, dateState: 'confirmed' }),
      sampleCampaign('b', { ...more, dateState: 'provisional' }),
      sampleCampaign('c', { ...more, type: 'inhaakmoment', dateState: 'confirmed' }),
      sampleCampaign('d', { ...more, progress: 'cancelled' }),
    );
    const shown = await ask(store, 'boss', 'inzicht dekking periode:"Q4 2027"');
    expect(rowOf(shown, 'Phishing')?.['oktober 2027']).toBe('1 + 1? (1 inhaakmoment)');
    const file = csvOf(await press(store, 'boss', button(shown, 'Als CSV')));
    expect(file[1]).toEqual(['Phishing', '1', '1', '0', '0', '0', '0', '1', '1', '1']);
    const pairs = await ask(store, 'boss', 'inzicht doelgroepen periode:"Q4 2027"');
    expect(rowOf(pairs, 'Phishing')?.['Voor wie']).toBe('Senioren: 1 + 1? (K4 2027)');
  });

  it('has a picture whose words say what it says', async () => {
    const store = await testStore(phishing, seniors, boss, sampleOrganisation(POLICE));
    const url = 'https://regie.example/inzicht/x.png';
    const context = { ...(await contextOf(store, 'boss')), insightUrl: () => url };
    const reply = (await inzicht.run(context, { onderdeel: 'dekking' })) as Message;
    const [picture] = reply.sections.filter((one) => one.type === 'image');
    expect(picture).toMatchObject({ url });
    expect(picture?.alt).toMatch(/over 1 van de 1 fraudevorm staat niets gepland: Phishing\. .*tabel\./);
  });
});

const boss = samplePerson('boss', { role: 'coordinator' });

describe('answers to reminders', () => {
  const PERSONS = ['p1', 'p2', 'p3'].map((name) => samplePerson(name, { organisation: POLICE }));
  const banker = samplePerson('bank', { organisation: BANKS, name: 'Bea Bankier' });
  let store: Store;
  let count = 0;

  beforeEach(async () => {
    count = 0;
    const subjects = ['same', ...Array.from({ length: 9 }, (_, index) => `c${index + 1}`)];
    store = await testStore(
      sampleOrganisation(POLICE),
      sampleOrganisation(BANKS),
      boss,
      banker,
      ...PERSONS,
      ...subjects.map((name) => sampleCampaign(name)),
    );
  });

  async function brought(
    recipient: Id<'person'>,
    more: Partial<Nudge> & { word?: NudgeAnswer['word'] } = {},
  ) {
    const { word, ...rest } = more;
    count += 1;
    const sentAt = '2026-11-02T08:00:00Z';
    const nudge: Nudge = {
      id: `nudge${count}`,
      recipient,
      subject: `campaign/c${count}`,
      rule: 'task-due',
      step: '1',
      due: '2026-11-20',
      other: undefined,
      state: word ? 'answered' : 'sent',
      createdAt: sentAt,
      delivery: `d${count}`,
      sentAt,
      answer: word ? { word, by: recipient, at: '2026-11-04T20:00:00Z' } : undefined,
      ...rest,
    };
    const delivery = {
      ...{ id: `d${count}`, key: `k${count}`, kind: 'nudges' as const, recipient, about: undefined },
      ...{ lane: 'x', nextAt: NOW, expiresAt: NOW.add({ hours: 9 }) },
    };
    await messagesOf(store).nudges.plan(NOW, () => ({
      slots: [],
      deliveries: [{ delivery: delivery as never, nudges: [nudge] }],
    }));
    return nudge;
  }

  it('are counted for an organisation, once for each thing that was asked', async () => {
    for (const { id } of PERSONS) await brought(id, { word: 'done' });
    await brought('person/p1', { subject: 'campaign/same' });
    await brought('person/p2', { subject: 'campaign/same', step: '2' });
    await brought('person/p1', { rule: 'cancelled' });
    await brought('person/p1', { sentAt: '2024-11-02T08:00:00Z' });
    const shown = await ask(store, 'boss', 'inzicht antwoorden');
    expect(rowOf(shown, 'politie')).toEqual({
      Organisatie: 'politie',
      Gevraagd: '4',
      'Zelf beantwoord': '3',
      'Door een ander': '0',
      'Zonder antwoord': '1',
      'Dagen (mediaan)': '2,5',
      Antwoorden: 'klaar 3',
    });
  });

  it('of fewer than three people are told of nobody apart, in no form', async () => {
    for (const { id } of PERSONS) await brought(id, { word: 'done' });
    await brought(banker.id, { word: 'late' });
    for (const line of ['inzicht antwoorden', 'inzicht antwoorden opmaak:csv', 'inzicht']) {
      const words = wordsOf(await ask(store, 'boss', line));
      expect(words).not.toMatch(/nvb|Bea|Bankier|person\//);
    }
    expect(rowOf(await ask(store, 'boss', 'inzicht antwoorden'), 'Overige organisaties (2)')).toMatchObject({
      Gevraagd: '4',
      Antwoorden: 'klaar 3, wordt later 1',
    });
  });

  it('are not shown at all while they would be about one or two people', async () => {
    await brought(banker.id, { word: 'late' });
    const shown = await ask(store, 'boss', 'inzicht antwoorden');
    expect(wordsOf(shown)).toContain('te weinig mensen gevraagd');
    expect(tableOf(shown)).toEqual([]);
  });
});

it('campaigns are counted by quarter and by lead: what is filled in, what is over and evaluated', async () => {
  const ended = { period: { start: '2026-10-05', end: '2026-10-09', zone: 'Europe/Amsterdam' } };
  const full = { aim: 'a', behaviour: 'b', measure: 'c', audiences: [seniors.id] };
  const store = await testStore(
    ...[seniors, boss, sampleOrganisation(POLICE), sampleOrganisation(BANKS)],
    sampleCampaign('a', { ...ended, ...full, leads: [{ organisation: POLICE }, { organisation: BANKS }] }),
    sampleCampaign('b', { ...ended, aim: 'a', title: '=HYPERLINK("https://example.org")' }),
    sampleCampaign('c', { progress: 'proposed' }),
    sampleCampaign('d', { ...ended, type: 'inhaakmoment' }),
  );
  await put(
    store,
    evaluation.parse({
      ...{ id: 'evaluation/e', campaign: 'campaign/a', about: 'a', organisation: POLICE, by: 'person/boss' },
      ...{ at: NOW.toString(), reached: 'veel', again: 'yes', visibility: 'partners' },
    }),
  );
  const shown = await ask(store, 'boss', 'inzicht campagnes');
  const counts = { Campagnes: '2', Doel: '2', Gedrag: '1', Meting: '1', 'Alle vier': '1', Voorbij: '2' };
  expect(rowOf(shown, '4e kwartaal 2026')).toMatchObject({ ...counts, Geëvalueerd: '1' });
  expect(rowOf(shown, 'nvb', 1)).toMatchObject({ Campagnes: '1', 'Alle vier': '1', Geëvalueerd: '1' });
  expect(rowOf(shown, 'Zonder trekker', 1)).toMatchObject({ Campagnes: '1', Geëvalueerd: '0' });
  const file = csvOf(await press(store, 'boss', button(shown, 'Als CSV')));
  expect(file.map(([title]) => title)).toContain('\'=HYPERLINK("https://example.org")');
});
