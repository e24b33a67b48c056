import { expect, test } from 'vitest';
import { findPeriod } from '../../../src/core/dates/find-period.ts';

const today = Temporal.PlainDate.from('2026-11-23');

function find(text: string) {
  const found = findPeriod(text.split(' '), today);
  return found && [found.period.start, found.period.end, found.rest.join(' ')];
}

test.each([
  ['senioren okt-nov', '2026-10-01', '2026-11-30', 'senioren'],
  ['senioren in oktober phishing', '2027-10-01', '2027-10-31', 'senioren phishing'],
  ['van 11 okt t/m 17 okt jongeren', '2027-10-11', '2027-10-17', 'jongeren'],
  ['week van de veiligheid 2027', '2027-01-01', '2027-12-31', 'week van de veiligheid'],
  ['campagnes komende 3 weken', '2026-11-23', '2026-12-13', 'campagnes'],
  ['mei', '2027-05-01', '2027-05-31', ''],
  ['wat loopt er deze maand?', '2026-11-01', '2026-11-30', 'wat loopt er'],
])('"%s" holds a period', (text, start, end, rest) => {
  expect(find(text)).toEqual([start, end, rest]);
});

test.each([
  'week van de veiligheid',
  'maand van senioren en veiligheid',
  '50plusbeurs',
  'AP24-5.01',
  '5.01',
  '',
])('"%s" holds none', (text) => {
  expect(find(text)).toBeUndefined();
});

test('the longest run wins over a shorter one before it', () => {
  expect(find('zomer 11 t/m 17 oktober 2027')).toEqual(['2027-10-11', '2027-10-17', 'zomer']);
});

test('the words that are left are as they were given', () => {
  expect(findPeriod(['Senioren', 'Okt', 'NVB'], today)?.rest).toEqual(['Senioren', 'NVB']);
});
