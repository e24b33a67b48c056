import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoWeekOf, mondayOfIsoWeek, weeksBetween } from '../../../src/core/dates/iso-week.ts';
import { quarterBounds } from '../../../src/core/dates/quarter.ts';
import { anyPeriod } from './arbitraries.ts';

test('a quarter runs from the first day of its first month to the last of its third', () => {
  expect(quarterBounds('2027-Q4')).toEqual({ start: '2027-10-01', end: '2027-12-31' });
  expect(quarterBounds('2028-Q1')).toEqual({ start: '2028-01-01', end: '2028-03-31' });
  expect(() => quarterBounds('2027-Q5')).toThrow(RangeError);
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
