import { describe, expect, it } from 'vitest';
import { PROGRAM } from '../../../src/domain/access/actor.ts';
import { scopeOf } from '../../../src/domain/access/visibility.ts';
import { moveCampaign } from '../../../src/domain/campaign/edit-campaign.ts';
import { rollForward } from '../../../src/domain/series/roll-forward.ts';
import { type Series, series } from '../../../src/domain/series/series.ts';
import { sampleActor, sampleCampaign } from '../../support/samples.ts';
import { NOW, testStore } from '../../support/test-store.ts';

const scope = scopeOf(PROGRAM, NOW);
const today = Temporal.PlainDate.from('2026-11-23');

function sampleSeries(more: Partial<Series>): Series {
  return series.parse({
    id: 'series/week',
    name: 'Week',
    type: 'campaign',
    rule: { type: 'iso-week', week: 41, days: 7 },
    usualMonths: [10],
    visibility: 'public',
    ...more,
  });
}

describe('rolling forward', () => {
  it('puts the coming 24 months in, as provisional', async () => {
    const store = await testStore(sampleSeries({}));
    await rollForward(store, today, NOW);
    const made = await store.list('campaign', scope);
    expect(made.map(({ id, dateState, period }) => [id, dateState, period?.start])).toEqual([
      ['campaign/week-2027', 'provisional', '2027-10-11'],
      ['campaign/week-2028', 'provisional', '2028-10-09'],
    ]);
  });

  it('changes nothing the second time, and adds the next edition a year later', async () => {
    const store = await testStore(sampleSeries({}));
    await rollForward(store, today, NOW);
    expect(await rollForward(store, today, NOW)).toBe(0);
    await rollForward(store, today.add({ years: 1 }), NOW);
    expect((await store.list('campaign', scope)).map(({ edition }) => edition)).toEqual([
      '2027',
      '2028',
      '2029',
    ]);
  });

  it('keeps one entry an edition where the first ISO week begins in the year before', async () => {
    const store = await testStore(
      sampleSeries({ rule: { type: 'iso-week', week: 1, days: 7, offset: 0 }, usualMonths: [1] }),
    );
    const day = Temporal.PlainDate.from('2024-01-01');
    await rollForward(store, day, NOW);
    expect(await rollForward(store, day, NOW)).toBe(0);
    const made = await store.list('campaign', scope);
    expect(made.map(({ edition, period }) => [edition, period?.start])).toEqual([
      ['2024', '2024-01-01'],
      ['2025', '2024-12-30'],
      ['2026', '2025-12-29'],
    ]);
  });

  it('shows a gap in the usual month where no rule gives a date', async () => {
    const store = await testStore(sampleSeries({ rule: { type: 'announced-yearly' }, usualMonths: [9] }));
    await rollForward(store, today, NOW);
    const made = await store.list('campaign', scope);
    expect(made.map(({ period, expectedMonths, dateState }) => [period, expectedMonths, dateState])).toEqual([
      [null, ['2027-09'], 'unknown'],
      [null, ['2028-09'], 'unknown'],
    ]);
  });

  it('keeps every usual month of a gap, and drops those that are past', async () => {
    const usual = sampleSeries({ rule: { type: 'announced-yearly' }, usualMonths: [10, 4, 12, 9] });
    const store = await testStore(usual);
    await rollForward(store, today, NOW);
    const months = async () =>
      (await store.list('campaign', scope)).map(({ expectedMonths }) => expectedMonths.join(' '));
    expect(await months()).toEqual([
      '2026-12',
      '2027-04 2027-09 2027-10 2027-12',
      '2028-04 2028-09 2028-10 2028-12',
    ]);
    await rollForward(store, Temporal.PlainDate.from('2027-10-02'), NOW);
    expect((await months())[1]).toBe('2027-10 2027-12');
  });

  it('says that it is open whether a moment takes place at all', async () => {
    const store = await testStore(sampleSeries({ takesPlace: false }));
    await rollForward(store, today, NOW);
    expect(new Set((await store.list('campaign', scope)).map(({ dateState }) => dateState))).toEqual(
      new Set(['uncertain']),
    );
  });

  it('makes no second entry where a file or a person gave one', async () => {
    const known = sampleCampaign('week-2027-landelijk', {
      series: 'series/week',
      edition: '2027',
      origin: 'calendars/week.yaml',
    });
    const store = await testStore(sampleSeries({}), known);
    await rollForward(store, today, NOW);
    expect((await store.list('campaign', scope)).map(({ edition }) => edition)).toEqual(['2027', '2028']);
  });

  it('leaves alone what a person moved, even when the rule changes', async () => {
    const store = await testStore(sampleSeries({}));
    await rollForward(store, today, NOW);
    const moved = { start: '2027-11-01', end: '2027-11-07', zone: 'Europe/Amsterdam' };
    await moveCampaign(
      store,
      { actor: sampleActor({ role: 'coordinator' }), at: NOW },
      'campaign/week-2027',
      moved,
    );
    await store.change({
      actor: PROGRAM,
      action: 'test',
      at: NOW,
      ids: ['series/week'],
      decide: () => ({
        put: [sampleSeries({ rule: { type: 'iso-week', week: 40, days: 7, offset: 0 } })],
        result: null,
      }),
    });
    await rollForward(store, today, NOW);
    expect((await store.get('campaign/week-2027'))?.period).toEqual(moved);
    expect((await store.get('campaign/week-2028'))?.period?.start).toBe('2028-10-02');
  });
});
