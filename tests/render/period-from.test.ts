import { expect, test } from 'vitest';
import { parsePeriod } from '../../src/core/dates/parse-period.ts';
import { periodFrom } from '../../src/render/shared/period-from.ts';

const today = Temporal.PlainDate.from('2026-11-23');

test.each([
  ['', '', '', ''],
  ['2027-10-11', '', '', '2027-10-11'],
  ['', '2027-10-17', '', '2027-10-17'],
  ['2027-10-11', '2027-10-11', '', '2027-10-11'],
  ['2027-10-11', '2027-10-17', '', '2027-10-11 t/m 2027-10-17'],
  ['2027-10-11', '2027-10-17', 'okt-nov', 'okt-nov'],
  ['2027-10-11', '2027-10-17', '  ', '2027-10-11 t/m 2027-10-17'],
])('from "%s" to "%s" with the words "%s" is "%s"', (van, tot, words, typed) => {
  expect(periodFrom(van, tot, words)).toBe(typed);
});

test('two days are read back as they were chosen, and a last day before the first is refused', () => {
  expect(parsePeriod(periodFrom('2027-10-11', '2027-10-17', ''), today)).toEqual({
    type: 'period',
    start: '2027-10-11',
    end: '2027-10-17',
  });
  expect(parsePeriod(periodFrom('2027-10-17', '2027-10-11', ''), today)).toMatchObject({
    code: 'period-end-before-start',
  });
});
