import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { occurrenceOf, occurrencesBetween } from '../../../src/domain/series/occurrences.ts';
import { type DateRule, dateRule } from '../../../src/domain/series/series.ts';

const securityWeek = dateRule.parse({ type: 'iso-week', week: 41, days: 7 });
const saferInternetDay = dateRule.parse({ type: 'weekday-in-week-of', weekday: 2, month: 2, day: 11 });
const fraudWeek = dateRule.parse({
  type: 'nth-weekday',
  month: 11,
  weekday: 4,
  nth: 4,
  offset: -11,
  days: 7,
});
const blackFriday = dateRule.parse({ type: 'nth-weekday', month: 11, weekday: 4, nth: 4, offset: 1 });

describe('the dates that were found published', () => {
  test.each([
    [2012, '2012-10-08', '2012-10-14'],
    [2017, '2017-10-09', '2017-10-15'],
    [2023, '2023-10-09', '2023-10-15'],
    [2027, '2027-10-11', '2027-10-17'],
  ])('Week van de Veiligheid %i is ISO week 41', (year, start, end) => {
    expect(occurrenceOf(securityWeek, year)).toEqual({ start, end });
  });

  test.each([
    '2020-02-11',
    '2021-02-09',
    '2022-02-08',
    '2023-02-07',
    '2024-02-06',
    '2026-02-10',
  ])('Safer Internet Day %s is the Tuesday of the ISO week that contains 11 February', (day) => {
    expect(occurrenceOf(saferInternetDay, Number(day.slice(0, 4)))).toEqual({ start: day, end: day });
  });

  test.each([
    ['2016-11-13', '2016-11-19'],
    ['2020-11-15', '2020-11-21'],
    ['2022-11-13', '2022-11-19'],
    ['2024-11-17', '2024-11-23'],
  ])('International Fraud Awareness Week %s is the week before Thanksgiving week', (start, end) => {
    expect(occurrenceOf(fraudWeek, Number(start.slice(0, 4)))).toEqual({ start, end });
  });

  test('Black Friday is the day after the fourth Thursday of November', () => {
    expect(occurrenceOf(blackFriday, 2024)?.start).toBe('2024-11-29');
    expect(occurrenceOf(blackFriday, 2026)?.start).toBe('2026-11-27');
  });
});

describe('a year that lacks the day', () => {
  test('has no 53rd week unless it has', () => {
    const rule = dateRule.parse({ type: 'iso-week', week: 53, days: 7 });
    expect(occurrenceOf(rule, 2026)).toEqual({ start: '2026-12-28', end: '2027-01-03' });
    expect(occurrenceOf(rule, 2027)).toBeUndefined();
  });

  test('has no 29 February unless it is a leap year', () => {
    const rule = dateRule.parse({ type: 'fixed-date', month: 2, day: 29 });
    expect(occurrenceOf(rule, 2028)?.start).toBe('2028-02-29');
    expect(occurrenceOf(rule, 2027)).toBeUndefined();
  });

  test('has no 31 April and no week around it', () => {
    expect(occurrenceOf(dateRule.parse({ type: 'fixed-date', month: 4, day: 31 }), 2027)).toBeUndefined();
    const rule = dateRule.parse({ type: 'weekday-in-week-of', weekday: 1, month: 4, day: 31 });
    expect(occurrenceOf(rule, 2027)).toBeUndefined();
  });

  test('has no fifth Monday unless it has, counted from either end', () => {
    const fifth = dateRule.parse({ type: 'nth-weekday', month: 2, weekday: 1, nth: 5 });
    const fifthLast = dateRule.parse({ type: 'nth-weekday', month: 2, weekday: 1, nth: -5 });
    expect(occurrenceOf(fifth, 2044)?.start).toBe('2044-02-29');
    expect(occurrenceOf(fifthLast, 2044)?.start).toBe('2044-02-01');
    expect(occurrenceOf(fifth, 2027)).toBeUndefined();
    expect(occurrenceOf(fifthLast, 2027)).toBeUndefined();
  });

  test('has no occurrence of what is announced yearly, nor of a zeroth weekday', () => {
    expect(occurrenceOf({ type: 'announced-yearly' }, 2027)).toBeUndefined();
    const zeroth = dateRule.parse({ type: 'nth-weekday', month: 2, weekday: 1, nth: 0 });
    expect(occurrenceOf(zeroth, 2027)).toBeUndefined();
  });
});

test('the last Friday of a month is counted from its end', () => {
  const rule = dateRule.parse({ type: 'nth-weekday', month: 10, weekday: 5, nth: -1 });
  expect(occurrenceOf(rule, 2027)?.start).toBe('2027-10-29');
});

test('a whole month ends on its own last day', () => {
  expect(occurrenceOf({ type: 'whole-month', month: 2 }, 2028)).toEqual({
    start: '2028-02-01',
    end: '2028-02-29',
  });
});

test('occurrences between two dates are those that start there, with the year of the rule', () => {
  expect(occurrencesBetween(securityWeek, '2026-10-05', '2027-10-11')).toEqual([
    { year: 2026, start: '2026-10-05', end: '2026-10-11' },
    { year: 2027, start: '2027-10-11', end: '2027-10-17' },
  ]);
  expect(occurrencesBetween(securityWeek, '2026-10-06', '2027-10-10')).toEqual([]);
});

test('ISO week 1 is found although it starts in the year before', () => {
  const rule = dateRule.parse({ type: 'iso-week', week: 1, days: 7 });
  expect(occurrencesBetween(rule, '2024-12-01', '2024-12-31')).toEqual([
    { year: 2025, start: '2024-12-30', end: '2025-01-05' },
  ]);
});

describe('for any rule and year', () => {
  const month = fc.integer({ min: 1, max: 12 });
  const weekday = fc.integer({ min: 1, max: 7 });
  const day = fc.integer({ min: 1, max: 31 });
  const length = {
    offset: fc.integer({ min: -366, max: 366 }),
    days: fc.integer({ min: 1, max: 366 }),
  };
  const rules: fc.Arbitrary<DateRule> = fc.oneof(
    fc.record({ type: fc.constant('iso-week' as const), week: fc.integer({ min: 1, max: 53 }), ...length }),
    fc.record({ type: fc.constant('weekday-in-week-of' as const), weekday, month, day, ...length }),
    fc.record({
      type: fc.constant('nth-weekday' as const),
      weekday,
      month,
      nth: fc.integer({ min: -5, max: 5 }),
      ...length,
    }),
    fc.record({ type: fc.constant('fixed-date' as const), month, day, ...length }),
    fc.record({ type: fc.constant('whole-month' as const), month }),
    fc.constant({ type: 'announced-yearly' as const }),
  );
  const years = fc.integer({ min: 2000, max: 2099 });

  test('the length is what the rule says, and weekdays hold before the offset', () => {
    fc.assert(
      fc.property(rules, years, (rule, year) => {
        const found = occurrenceOf(rule, year);
        if (!found || rule.type === 'whole-month' || rule.type === 'announced-yearly') return;
        const start = Temporal.PlainDate.from(found.start);
        expect(start.until(found.end).days + 1).toBe(rule.days);
        const ruled = start.subtract({ days: rule.offset });
        if (rule.type === 'iso-week')
          expect([ruled.yearOfWeek, ruled.weekOfYear, ruled.dayOfWeek]).toEqual([year, rule.week, 1]);
        else if (rule.type === 'fixed-date') expect([ruled.month, ruled.day]).toEqual([rule.month, rule.day]);
        else expect(ruled.dayOfWeek).toBe(rule.weekday);
      }),
    );
  });

  test('searching a range finds exactly the occurrences that start in it, in order', () => {
    fc.assert(
      fc.property(rules, years, fc.integer({ min: 0, max: 5 }), (rule, year, span) => {
        const found = occurrencesBetween(rule, `${year}-01-01`, `${year + span}-12-31`);
        const starts = found.map((occurrence) => occurrence.start);
        expect(starts).toEqual([...starts].sort());
        const every = Array.from({ length: span + 9 }, (_, index) => occurrenceOf(rule, year - 4 + index));
        const expected = every.filter(
          (one) => one && one.start >= `${year}-01-01` && one.start <= `${year + span}-12-31`,
        );
        expect(found.map(({ start, end }) => ({ start, end }))).toEqual(expected);
      }),
    );
  });
});
