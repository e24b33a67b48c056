import { describe, expect, it } from 'vitest';
import { PROGRAM } from '../../../src/domain/access/actor.ts';
import { publicScope, scopeOf } from '../../../src/domain/access/visibility.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { audienceCoverageOf, coverageOf } from '../../../src/domain/insight/coverage.ts';
import { type InsightQuery, monthsOf, usualPeriod } from '../../../src/domain/insight/query.ts';
import type { AnyRecord } from '../../../src/domain/records.ts';
import { audience, form } from '../../../src/domain/taxonomy/taxonomy.ts';
import { phishing, sampleCampaign, seniors } from '../../support/samples.ts';
import { NOW, testStore } from '../../support/test-store.ts';

const ALL = scopeOf(PROGRAM, NOW);
const quishing = form.parse({
  id: 'form/quishing',
  name: { nl: 'Quishing', en: 'Quishing' },
  partOf: phishing.id,
  visibility: 'public',
});
const rent = form.parse({
  id: 'form/huur',
  name: { nl: 'Huurfraude', en: 'Rental fraud' },
  visibility: 'public',
});
const offline = audience.parse({
  id: 'audience/niet-online',
  name: { nl: 'Niet online', en: 'Not online' },
  partOf: seniors.id,
  visibility: 'public',
});
const everyone = audience.parse({
  id: 'audience/algemeen-publiek',
  name: { nl: 'Algemeen publiek', en: 'General public' },
  visibility: 'public',
});
const TERMS: AnyRecord[] = [phishing, quishing, rent, seniors, offline, everyone];
const query = (more: Partial<InsightQuery> = {}): InsightQuery => ({
  part: 'coverage',
  period: { start: '2027-09-01', end: '2027-12-31' },
  forms: [],
  audiences: [],
  ...more,
});
const inMonths = (start: string, end: string, more: Partial<Campaign> = {}): Partial<Campaign> => ({
  period: { start, end, zone: 'Europe/Amsterdam' },
  dateState: 'confirmed',
  forms: [phishing.id],
  audiences: [seniors.id],
  ...more,
});

async function rowsOf(campaigns: Campaign[], more: Partial<InsightQuery> = {}, scope = ALL) {
  const coverage = await coverageOf(await testStore(...TERMS, ...campaigns), scope, query(more));
  const text = ({ sure, unsure, moments }: { sure: number; unsure: number; moments: number }) =>
    `${sure}/${unsure}/${moments}`;
  const rows = coverage.rows.map(({ term, cells, total }): [string, string] => [
    term.name?.nl ?? '-',
    [...cells, total].map(text).join(' '),
  ]);
  return { coverage, rows: Object.fromEntries(rows) };
}

describe('coverage by month', () => {
  it('counts a campaign in each month in which it runs, and once in the total', async () => {
    const { rows, coverage } = await rowsOf([sampleCampaign('a', inMonths('2027-09-20', '2027-10-03'))]);
    expect(rows.Phishing).toBe('1/0/0 1/0/0 0/0/0 0/0/0 1/0/0');
    expect(rows.Huurfraude).toBe('0/0/0 0/0/0 0/0/0 0/0/0 0/0/0');
    expect(coverage.months).toEqual(['2027-09', '2027-10', '2027-11', '2027-12']);
  });

  it('counts a part with what it is part of, and nothing twice', async () => {
    const both = inMonths('2027-10-01', '2027-10-02', { forms: [quishing.id, phishing.id] });
    const { rows, coverage } = await rowsOf([
      sampleCampaign('a', both),
      sampleCampaign('b', inMonths('2027-10-05', '2027-10-06', { forms: [quishing.id] })),
    ]);
    expect(rows.Phishing).toContain('2/0/0');
    expect(rows.Quishing).toContain('2/0/0');
    expect(coverage.total).toEqual({ sure: 2, unsure: 0, moments: 0 });
    expect(coverage.rows.map(({ term }) => [term.name?.nl, term.isPart])).toEqual([
      ['Huurfraude', false],
      ['Phishing', false],
      ['Quishing', true],
    ]);
  });

  it('is never surer than the calendar, leaves out what was cancelled, and keeps outside moments apart', async () => {
    const october = (more: Partial<Campaign>) => inMonths('2027-10-01', '2027-10-02', more);
    const undated: Partial<Campaign> = {
      ...october({ dateState: 'unknown' }),
      period: null,
      expectedMonths: ['2027-08', '2027-09', '2027-12'],
    };
    const { rows } = await rowsOf([
      sampleCampaign('a', october({ dateState: 'provisional' })),
      sampleCampaign('b', october({ progress: 'proposed' })),
      sampleCampaign('c', october({ dateState: 'uncertain' })),
      sampleCampaign('d', october({ progress: 'cancelled' })),
      sampleCampaign('e', october({ type: 'inhaakmoment' })),
      sampleCampaign('f', undated),
    ]);
    expect(rows.Phishing).toBe('0/1/0 0/3/1 0/0/0 0/1/0 0/4/1');
  });

  it('has a row for what names no form, and counts only what the scope may see', async () => {
    const without = sampleCampaign('a', inMonths('2027-10-01', '2027-10-02', { forms: [] }));
    const hidden = sampleCampaign('b', { ...inMonths('2027-10-01', '2027-10-02'), visibility: 'partners' });
    expect((await rowsOf([without, hidden])).rows).toMatchObject({ '-': '0/0/0 1/0/0 0/0/0 0/0/0 1/0/0' });
    const seen = await rowsOf([without, hidden], {}, publicScope(NOW));
    expect(seen.coverage.total.sure).toBe(1);
    expect((await rowsOf([hidden])).rows['-']).toBeUndefined();
  });

  it('of an audience counts what is for its parts, and tells what is for everyone apart', async () => {
    const october = (more: Partial<Campaign>) => inMonths('2027-10-01', '2027-10-02', more);
    const campaigns = [
      sampleCampaign('a', october({ audiences: [offline.id] })),
      sampleCampaign('b', october({ audiences: [everyone.id] })),
      sampleCampaign('c', october({ audiences: [everyone.id, seniors.id] })),
    ];
    const { rows, coverage } = await rowsOf(campaigns, { audiences: [seniors.id] });
    expect(rows.Phishing).toContain('2/0/0');
    expect(coverage.forEveryone).toBe(1);
  });

  it('of a form shows its audiences, so that a gap in one form is seen', async () => {
    const { rows, coverage } = await rowsOf([sampleCampaign('a', inMonths('2027-10-01', '2027-10-02'))], {
      forms: [phishing.id],
    });
    expect(coverage.of).toBe('audience');
    expect(rows).toMatchObject({
      Senioren: '0/0/0 1/0/0 0/0/0 0/0/0 1/0/0',
      'Niet online': '0/0/0 0/0/0 0/0/0 0/0/0 0/0/0',
    });
  });
});

it('by audience tells which form has nothing for whom, in which quarter', async () => {
  const store = await testStore(
    ...TERMS,
    sampleCampaign('a', inMonths('2027-09-30', '2027-10-03')),
    sampleCampaign('b', inMonths('2027-10-03', '2027-10-04', { dateState: 'provisional' })),
  );
  const { quarters, audiences, rows } = await audienceCoverageOf(store, ALL, query({ part: 'audiences' }));
  expect(quarters).toEqual(['2027-Q3', '2027-Q4']);
  const [rental, phish] = rows;
  const at = audiences.findIndex(({ id }) => id === seniors.id);
  expect(rental?.cells.every(({ count }) => count.sure + count.unsure === 0)).toBe(true);
  expect(phish?.cells[at]).toEqual({
    count: { sure: 1, unsure: 1, moments: 0 },
    quarters: [
      { sure: 1, unsure: 0, moments: 0 },
      { sure: 1, unsure: 1, moments: 0 },
    ],
  });
});

it('looks ahead for coverage, back for answers, and both ways for campaigns', () => {
  const today = Temporal.PlainDate.from('2027-11-23');
  expect(usualPeriod('coverage', today)).toEqual({ start: '2027-11-01', end: '2028-10-31' });
  expect(usualPeriod('audiences', today)).toEqual({ start: '2027-10-01', end: '2028-09-30' });
  expect(usualPeriod('answers', today)).toEqual({ start: '2026-12-01', end: '2027-11-30' });
  expect(usualPeriod('campaigns', today)).toEqual({ start: '2026-12-01', end: '2028-10-31' });
  expect(monthsOf({ start: '2027-12-31', end: '2028-01-01' })).toEqual(['2027-12', '2028-01']);
});
