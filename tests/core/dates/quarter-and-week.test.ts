import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoWeekOf, mondayOfIsoWeek, weeksBetween } from '../../../src/core/dates/iso-week.ts';
import { compareQuarters, nextQuarter, quarterBounds, quarterOf } from '../../../src/core/dates/quarter.ts';
import { anyDate, anyPeriod } from './arbitraries.ts';

test('a quarter has its bounds, a next one and an order', () => {
  expect(quarterOf('2027-10-11')).toBe('2027-Q4');
  expect(quarterBounds('2027-Q4')).toEqual({ start: '2027-10-01', end: '2027-12-31' });
  expect(nextQuarter('2027-Q4')).toBe('2028-Q1');
  expect(['2027-Q4', '2027-Q1', '2026-Q3'].sort(compareQuarters)).toEqual(['2026-Q3', '2027-Q1', '2027-Q4']);
  expect(() => quarterBounds('2027-Q5')).toThrow(RangeError);
});

test('every day lies in its quarter, which ends the day before the next one begins', () => {
  fc.assert(
    fc.property(anyDate, (day) => {
      const quarter = quarterOf(day.toString());
      const { start, end } = quarterBounds(quarter);
      expect(start <= day.toString() && day.toString() <= end).toBe(true);
      const dayAfter = Temporal.PlainDate.from(end).add({ days: 1 }).toString();
      expect(quarterBounds(nextQuarter(quarter)).start).toBe(dayAfter);
    }),
  );
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
