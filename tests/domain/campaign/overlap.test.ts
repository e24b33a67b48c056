import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROGRAM } from '../../../src/domain/access/actor.ts';
import { scopeOf } from '../../../src/domain/access/visibility.ts';
import { type CalendarSpan, calendarSpans } from '../../../src/domain/campaign/calendar-entry.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { busyWeeks, quietestFirst } from '../../../src/domain/campaign/crowding.ts';
import { overlapBetween, overlappable, overlapsOf } from '../../../src/domain/campaign/overlap.ts';
import type { Id } from '../../../src/domain/shared/record.ts';
import { audience, form, region } from '../../../src/domain/taxonomy/taxonomy.ts';
import { sampleCampaign } from '../../support/samples.ts';
import { NOW, testStore } from '../../support/test-store.ts';

const audiences: Id<'audience'>[] = ['audience/a', 'audience/b', 'audience/algemeen-publiek'];
const forms: Id<'form'>[] = ['form/x', 'form/y'];
const regions: Id<'region'>[] = ['region/noord', 'region/zuid', 'region/nederland'];
const scope = scopeOf(PROGRAM, NOW);

function day(offset: number): string {
  return Temporal.PlainDate.from('2027-01-01').add({ days: offset }).toString();
}

const anyCampaign: fc.Arbitrary<Partial<Campaign>> = fc
  .record({
    start: fc.nat(60),
    length: fc.nat(30),
    months: fc.option(
      fc.uniqueArray(fc.constantFrom('2027-01', '2027-02', '2027-03', '2027-05'), { minLength: 1 }),
    ),
    audiences: fc.subarray(audiences),
    forms: fc.subarray(forms),
    regions: fc.subarray(regions),
    type: fc.constantFrom('campaign' as const, 'inhaakmoment' as const),
    progress: fc.constantFrom('planned' as const, 'proposed' as const, 'cancelled' as const),
  })
  .map(({ start, length, months, ...rest }) => ({
    ...rest,
    ...(months
      ? { period: null, expectedMonths: months, dateState: 'unknown' as const }
      : { period: { start: day(start), end: day(start + length), zone: 'Europe/Amsterdam' } }),
  }));

function between(one: Campaign, other: Campaign) {
  const first = overlappable(one);
  return first && overlapBetween(first, other);
}

describe('overlap', () => {
  it('is the same from both sides', () => {
    fc.assert(
      fc.property(anyCampaign, anyCampaign, (left, right) => {
        const one = sampleCampaign('one', { ...left, progress: 'planned' });
        const other = sampleCampaign('other', { ...right, progress: 'planned' });
        const there = between(one, other);
        const back = between(other, one);
        expect(
          there && {
            ...there,
            campaign: null,
            audiences: [...there.audiences].sort(),
            reached: [...there.reached].sort(),
            regions: [...there.regions].sort(),
            forms: [...there.forms].sort(),
          },
        ).toEqual(
          back && {
            ...back,
            campaign: null,
            audiences: [...back.audiences].sort(),
            reached: [...back.reached].sort(),
            regions: [...back.regions].sort(),
            forms: [...back.forms].sort(),
          },
        );
      }),
    );
  });

  it('lies within both periods, and has a reason', () => {
    fc.assert(
      fc.property(anyCampaign, anyCampaign, (left, right) => {
        const one = sampleCampaign('one', left);
        const other = sampleCampaign('other', right);
        const found = between(one, other);
        if (!found) return;
        expect(found.first <= found.last).toBe(true);
        for (const side of [one, other]) {
          const lies = ({ first, last }: CalendarSpan) => first <= found.first && found.last <= last;
          expect(calendarSpans(side).some(lies)).toBe(true);
        }
        expect(found.sure).toBe(one.period !== null && other.period !== null);
        expect(found.audiences.length + found.reached.length + found.forms.length).toBeGreaterThan(0);
      }),
    );
  });

  it('is never with itself, with a cancelled campaign, or with regions apart', () => {
    const one = sampleCampaign('one', { audiences: ['audience/a'], regions: ['region/noord'] });
    expect(between(one, one)).toBeUndefined();
    expect(
      between(one, sampleCampaign('b', { audiences: ['audience/a'], progress: 'cancelled' })),
    ).toBeUndefined();
    expect(
      between(one, sampleCampaign('c', { audiences: ['audience/a'], regions: ['region/zuid'] })),
    ).toBeUndefined();
    expect(
      between(one, sampleCampaign('d', { audiences: ['audience/a'], regions: ['region/nederland'] })),
    ).toBeDefined();
  });

  it('makes an inhaakmoment crowding, never a clash', () => {
    const one = sampleCampaign('one', { audiences: ['audience/a'] });
    expect(
      between(one, sampleCampaign('b', { audiences: ['audience/a'], type: 'inhaakmoment' }))?.clash,
    ).toBe(false);
    expect(between(one, sampleCampaign('c', { audiences: ['audience/a'] }))?.clash).toBe(true);
  });

  it('is found in the store exactly where the rule sees it', async () => {
    await fc.assert(
      fc.asyncProperty(anyCampaign, fc.array(anyCampaign, { maxLength: 10 }), async (wanted, around) => {
        const one = sampleCampaign('one', wanted);
        const others = around.map((other, index) => sampleCampaign(`c${index}`, other));
        const terms = [
          ...audiences.map((id) => audience.parse({ id, name: { nl: id, en: id } })),
          ...forms.map((id) => form.parse({ id, name: { nl: id, en: id } })),
          ...regions.map((id) => region.parse({ id, name: { nl: id, en: id }, type: 'police-unit' })),
        ];
        const store = await testStore(...terms, one, ...others);
        const found = (await overlapsOf(store, scope, overlappable(one)!)).map(({ campaign }) => campaign.id);
        const expected = others.filter((other) => between(one, other)).map(({ id }) => id);
        expect(found.sort()).toEqual(expected.sort());
      }),
      { numRuns: 40 },
    );
  });
});

describe('crowding', () => {
  it('counts inhaakmomenten apart, and what is alike', async () => {
    const store = await testStore(
      audience.parse({ id: 'audience/a', name: { nl: 'a', en: 'a' } }),
      audience.parse({ id: 'audience/algemeen-publiek', name: { nl: 'b', en: 'b' } }),
      sampleCampaign('alike', { audiences: ['audience/a'] }),
      sampleCampaign('everyone', { audiences: ['audience/algemeen-publiek'] }),
      sampleCampaign('other'),
      sampleCampaign('moment', { type: 'inhaakmoment' }),
    );
    const [week] = await busyWeeks(store, scope, {
      from: '2027-10-12',
      until: '2027-10-12',
      audiences: ['audience/a'],
      forms: [],
    });
    expect(week).toMatchObject({ week: 41, campaigns: 3, inhaakmomenten: 1, alike: 2 });
  });

  it('counts apart what may be there, in each of its months and in no other', async () => {
    const store = await testStore(
      sampleCampaign('gap', { period: null, dateState: 'unknown', expectedMonths: ['2027-04', '2027-09'] }),
    );
    const weeks = await busyWeeks(store, scope, {
      from: '2027-03-22',
      until: '2027-10-10',
      audiences: [],
      forms: [],
    });
    expect(weeks.every(({ campaigns, alike }) => campaigns === 0 && alike === 0)).toBe(true);
    const perhaps = weeks.filter((week) => week.perhaps.length > 0).map(({ week }) => week);
    expect(perhaps).toEqual([13, 14, 15, 16, 17, 35, 36, 37, 38, 39]);
  });

  it('puts the quietest first, and at equal quiet the nearest', () => {
    const week = (start: string, alike: number, campaigns: number) => ({
      year: 2027,
      week: 1,
      start,
      end: start,
      alike,
      campaigns,
      inhaakmomenten: 0,
      ids: [],
      perhaps: [],
    });
    const weeks = [
      week('2027-01-04', 0, 0),
      week('2027-01-11', 1, 1),
      week('2027-01-18', 0, 1),
      week('2027-01-25', 0, 0),
    ];
    expect(quietestFirst(weeks, '2027-01-20').map(({ start }) => start)).toEqual([
      '2027-01-25',
      '2027-01-04',
      '2027-01-18',
      '2027-01-11',
    ]);
  });
});
