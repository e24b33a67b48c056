import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDate } from '../../../src/core/dates/parse-date.ts';
import { parseTime } from '../../../src/core/dates/parse-time.ts';

const today = Temporal.PlainDate.from('2026-11-23');

test('a date is one day, in every way that a period may name one', () => {
  expect(parseDate('vrijdag', today)).toEqual({ type: 'date', date: '2026-11-27' });
  expect(parseDate('11 okt', today)).toEqual({ type: 'date', date: '2027-10-11' });
});

test('what lasts longer than a day is no date', () => {
  expect(parseDate('oktober', today)).toEqual({
    type: 'problem',
    code: 'period-not-understood',
    text: 'oktober',
  });
  expect(parseDate('30 februari', today)).toMatchObject({ code: 'period-no-such-date' });
});

test.each([
  ['9:00', '09:00'],
  ['9u30', '09:30'],
  ['14.30', '14:30'],
  ['14.30 uur', '14:30'],
  ['9 uur', '09:00'],
  ['9u', '09:00'],
  ['23h59', '23:59'],
  ['2 pm', '14:00'],
  ['12am', '00:00'],
  ['12:15 p.m.', '12:15'],
])('%s is the time %s', (text, time) => {
  expect(parseTime(text)).toBe(time);
});

test.each(['9', '24:00', '9:60', '13 pm', 'straks', '', '9:5'])('"%s" is no time', (text) => {
  expect(parseTime(text)).toBeUndefined();
});

test('no text makes reading a time throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(parseTime(text) ?? '00:00').toMatch(/^\d\d:\d\d$/);
    }),
  );
});
