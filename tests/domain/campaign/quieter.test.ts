import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BusyWeek } from '../../../src/domain/campaign/crowding.ts';
import { bandOf, quieterRuns, type Run, runsOf, weeksApart } from '../../../src/domain/campaign/quieter.ts';

const MONDAY = Temporal.PlainDate.from('2027-10-11');

function run(weeks: number, alike: number, others = 0, perhaps = 0): Run {
  return { start: MONDAY.add({ weeks }).toString(), alike, total: alike + others, perhaps };
}

const anyRun = fc
  .tuple(fc.integer({ min: -8, max: 8 }), fc.nat(6), fc.nat(6), fc.nat(3))
  .map(([weeks, alike, others, perhaps]) => run(weeks, alike, others, perhaps));

describe('quieter weeks', () => {
  it('are all quieter, by band and within a band the nearest first', () => {
    fc.assert(
      fc.property(anyRun, fc.array(anyRun, { maxLength: 20 }), (wanted, runs) => {
        const found = quieterRuns(wanted, runs);
        for (const { alike, total } of found) {
          expect(alike <= wanted.alike && total <= wanted.total).toBe(true);
          expect(alike + total).toBeLessThan(wanted.alike + wanted.total);
        }
        for (const [index, next] of found.slice(1).entries()) {
          const before = found[index] as Run;
          const bands = [bandOf(before, wanted), bandOf(next, wanted)] as const;
          expect(bands[0]).toBeLessThanOrEqual(bands[1]);
          if (bands[0] === bands[1])
            expect(weeksApart(before, wanted)).toBeLessThanOrEqual(weeksApart(next, wanted));
        }
      }),
    );
  });

  it('lets a clearly quieter near week go before a slightly quieter far one, whatever else is asked', () => {
    const far = fc.integer({ min: 4, max: 8 });
    fc.assert(
      fc.property(far, fc.nat(3), fc.array(anyRun), (weeks, others, more) => {
        const [near, farther] = [run(2, 0, 1), run(weeks, 0, 0)];
        const found = quieterRuns(run(0, 4, others + 1), [farther, ...more, near]);
        expect(found.indexOf(near)).toBeLessThan(found.indexOf(farther));
      }),
    );
  });

  it('holds a far week that is clearly quieter above a near one that hardly is', () => {
    const found = quieterRuns(run(0, 4), [run(1, 3), run(6, 0), run(3, 2)]);
    expect(found.map(({ alike }) => alike)).toEqual([0, 2, 3]);
  });

  it('prefers, at the same distance, where nothing else may still come', () => {
    const [certain, perhaps] = [run(2, 0, 1, 0), run(-2, 0, 0, 2)];
    expect(quieterRuns(run(0, 2), [perhaps, certain])).toEqual([certain, perhaps]);
  });

  it('are counted over all the weeks that are needed', () => {
    const week = (start: string, alike: number, campaigns: number): BusyWeek => ({
      ...{ year: 2027, week: 1, start, end: start, inhaakmomenten: 0, ids: [] },
      ...{ alike, campaigns, perhaps: ['campaign/gap'] },
    });
    const weeks = [week('2027-01-04', 0, 1), week('2027-01-11', 1, 1), week('2027-01-18', 0, 0)];
    expect(runsOf(weeks, 2)).toEqual([
      { start: '2027-01-04', alike: 1, total: 2, perhaps: 2 },
      { start: '2027-01-11', alike: 1, total: 1, perhaps: 2 },
    ]);
    expect(runsOf(weeks, 9)).toEqual([]);
  });
});
