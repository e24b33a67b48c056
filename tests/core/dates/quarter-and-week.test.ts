import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoWeekOf, mondayOfIsoWeek, weeksBetween } from '../../../src/core/dates/iso-week.ts';
import { nextQuarter, previousQuarter, quarterBounds, quarterOf } from '../../../src/core/dates/quarter.ts';
import { anyPeriod } from './arbitraries.ts';

test('a quarter runs from the first day of its first month to the last of its third', () => {
  expect(quarterBounds('2027-Q4')).toEqual({ start: '2027-10-01', end: '2027-12-31' });
  expect(quarterBounds('2028-Q1')).toEqual({ start: '2028-01-01', end: '2028-03-31' });
  expect(() => quarterBounds('2027-Q5')).toThrow(RangeError);
});

test('every date is in the quarter whose bounds hold it, and quarters follow each other', () => {
  fc.assert(
    fc.property(anyPeriod, ({ start }) => {
      const quarter = quarterOf(start);
      const bounds = quarterBounds(quarter);
      expect(bounds.start <= start && start <= bounds.end).toBe(true);
      const dayAfter = Temporal.PlainDate.from(bounds.end).add({ days: 1 });
      expect(nextQuarter(quarter)).toBe(quarterOf(dayAfter.toString()));
      expect(previousQuarter(nextQuarter(quarter))).toBe(quarter);
    }),
  );
  expect(nextQuarter('2026-Q4')).toBe('2027-Q1');
  expect(previousQuarter('2027-Q1')).toBe('2026-Q4');
});

test('the weeks around new year belong to their ISO year', () => {
  expect(weeksBetween('2026-12-30', '2027-01-05')).toEqual([
    { year: 2026, week: 53, start: '2026-12-28', end: '2027-01-03' },
    { year: 2027, week: 1, start: '2027-01-04', end: '2027-01-10' },
  ]);
  expect(mondayOfIsoWeek(2027, 53)).toBeUndefined();
  expect(weeksBetween('2027-01-05', '2027-01-01')).toEqual([]);
});

test('weeks between two dates follow each other and hold both dates', () => {
  fc.assert(
    fc.property(anyPeriod, ({ start, end }) => {
      const weeks = weeksBetween(start, end);
      expect(weeks[0]).toEqual(isoWeekOf(Temporal.PlainDate.from(start)));
      expect(weeks.at(-1)).toEqual(isoWeekOf(Temporal.PlainDate.from(end)));
      for (const { year, week, start: monday } of weeks)
        expect(mondayOfIsoWeek(year, week)?.toString()).toBe(monday);
    }),
  );
});
