import { dayReading, type Pattern } from './reading.ts';
import { anyOf, monthNumbers, weekdayNumbers } from './words.ts';

const MONTH = `(?<month>${anyOf(monthNumbers.keys())})`;
const WEEKDAY = `(?:(?:de |the )?(?<weekday>${anyOf(weekdayNumbers.keys())}) )?`;
const YEAR = '(?<year>\\d{4}|\\d{2})';

/** Single days, written out or in figures; the day comes before the month, except in ISO and "oct 11". */
export const dayPatterns: readonly Pattern[] = [
  { shape: shape('(?<year>\\d{4})(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})'), read: readDay },
  { shape: shape(`(?<day>\\d{1,2})(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>${YEAR}`), read: readDay },
  { shape: shape('(?<day>\\d{1,2})[-/.](?<month>\\d{1,2})'), read: readDay },
  {
    shape: shape(`(?:de |the )?(?<day>\\d{1,2})[ -]?(?:of |van )?${MONTH}(?:[ -](?:of |van )?${YEAR})?`),
    read: readDay,
  },
  { shape: shape(`${MONTH} (?:the )?(?<day>\\d{1,2})(?: (?<year>\\d{4}))?`), read: readDay },
  {
    shape: shape('(?:de |the )?(?<number>\\d{1,2})(?: (?<year>\\d{4}))?'),
    read: ({ number, year, weekday }) => ({
      type: 'number',
      number: Number(number),
      year: year === undefined ? undefined : Number(year),
      weekday: weekdayNumbers.get(weekday ?? ''),
    }),
  },
];

function shape(date: string): RegExp {
  return new RegExp(`^${WEEKDAY}${date}$`);
}

function readDay(words: Readonly<Record<string, string | undefined>>) {
  const { day = '', month = '', year, weekday = '' } = words;
  return dayReading(
    monthNumbers.get(month) ?? Number(month),
    Number(day),
    year === undefined ? undefined : fullYear(year),
    weekdayNumbers.get(weekday),
  );
}

/** Two figures mean this century: the calendar reaches from 2000 to 2099. */
function fullYear(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}
