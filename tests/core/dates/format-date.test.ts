import { describe, expect, test } from 'vitest';
import {
  formatDate,
  formatDateWithDay,
  formatInstant,
  formatMonth,
  formatPeriod,
  formatPeriodWithDays,
  formatQuarter,
} from '../../../src/core/dates/format-date.ts';

const week = { start: '2027-10-11', end: '2027-10-17' };

describe('a period in words', () => {
  test('names the month once when both ends are in it', () => {
    expect(formatPeriod(week, 'nl')).toBe('11 t/m 17 oktober 2027');
    expect(formatPeriod(week, 'en')).toBe('11–17 October 2027');
    expect(formatPeriodWithDays(week, 'nl')).toBe('ma 11 t/m zo 17 oktober 2027');
    expect(formatPeriodWithDays(week, 'en')).toBe('Mon 11 – Sun 17 October 2027');
  });

  test('names both months, and both years where they differ', () => {
    const months = { start: '2027-09-28', end: '2027-10-04' };
    expect(formatPeriod(months, 'nl')).toBe('28 september t/m 4 oktober 2027');
    expect(formatPeriod(months, 'en')).toBe('28 September – 4 October 2027');
    const years = { start: '2027-12-28', end: '2028-01-03' };
    expect(formatPeriod(years, 'nl')).toBe('28 december 2027 t/m 3 januari 2028');
  });

  test('is the month when it is a whole one', () => {
    expect(formatPeriod({ start: '2028-02-01', end: '2028-02-29' }, 'nl')).toBe('februari 2028');
    expect(formatPeriod({ start: '2028-02-01', end: '2028-02-28' }, 'nl')).toBe('1 t/m 28 februari 2028');
  });

  test('leaves out the year of today, and no other', () => {
    const today = Temporal.PlainDate.from('2027-01-05');
    expect(formatPeriod(week, 'nl', today)).toBe('11 t/m 17 oktober');
    expect(formatPeriod({ start: '2027-12-28', end: '2028-01-03' }, 'en', today)).toBe(
      '28 December 2027 – 3 January 2028',
    );
    expect(formatDate('2026-12-31', 'nl', today)).toBe('31 december 2026');
  });

  test('gives the hours of a timed day', () => {
    const day = { start: '2027-10-11', end: '2027-10-11' };
    const hours = { ...day, startTime: '09:00', endTime: '17:00' };
    expect(formatPeriod(hours, 'nl')).toBe('11 oktober 2027, 09.00–17.00 uur');
    expect(formatPeriod(hours, 'en')).toBe('11 October 2027, 09:00–17:00');
    expect(formatPeriod({ ...day, startTime: '09:00' }, 'nl')).toBe('11 oktober 2027, vanaf 09.00 uur');
    expect(formatPeriod({ ...day, endTime: '17:00' }, 'en')).toBe('11 October 2027, until 17:00');
  });

  test('gives the moments of a timed period of several days', () => {
    const moments = { start: '2027-10-11', end: '2027-10-12', startTime: '09:00', endTime: '17:00' };
    expect(formatPeriod(moments, 'nl')).toBe('11 oktober 2027, 09.00 uur t/m 12 oktober 2027, 17.00 uur');
  });

  test('names a zone that is not the partnership’s, when there are times', () => {
    const london = { ...week, zone: 'Europe/London' };
    expect(formatPeriod(london, 'nl')).toBe('11 t/m 17 oktober 2027');
    const call = { start: '2027-10-11', end: '2027-10-11', startTime: '09:00', zone: 'Europe/London' };
    expect(formatPeriod(call, 'en')).toBe('11 October 2027, from 09:00 (time zone Europe/London)');
  });
});

test('dates, months, quarters and moments in both tongues', () => {
  expect(formatDate('2027-10-11', 'nl')).toBe('11 oktober 2027');
  expect(formatDateWithDay('2027-10-11', 'en')).toBe('Mon 11 October 2027');
  expect(formatMonth('2027-10', 'nl')).toBe('oktober 2027');
  expect(formatMonth('2027-10', 'en')).toBe('October 2027');
  expect(formatQuarter('2027-Q4', 'nl')).toBe('4e kwartaal 2027');
  expect(formatQuarter('2027-Q4', 'en')).toBe('Q4 2027');
  const moment = Temporal.Instant.from('2027-10-11T07:00Z');
  expect(formatInstant(moment, 'Europe/Amsterdam', 'nl')).toBe('ma 11 oktober 2027, 09.00 uur');
  expect(formatInstant(moment, 'Europe/London', 'en')).toBe(
    'Mon 11 October 2027, 08:00 (time zone Europe/London)',
  );
});
