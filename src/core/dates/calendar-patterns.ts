import { mondayOf, mondayOfIsoWeek } from './iso-week.ts';
import { fixedReading, monthsReading, type Pattern, type Reading, type Span } from './reading.ts';
import { anyOf, monthNumbers, ordinalNumbers, seasonMonths } from './words.ts';

const OF = '(?: (?:of|van|in))?';
const YEAR = `(?:${OF} (?<year>\\d{4}))?`;
const ORDINAL = `(?:de |het |the )?(?<number>[1-5]|${anyOf(ordinalNumbers.keys())})`;
const MONTH = `(?<month>${anyOf(monthNumbers.keys())})`;

/** Years, quarters, months, ISO weeks and seasons, with or without a year where that is possible. */
export const calendarPatterns: readonly Pattern[] = [
  {
    shape: /^(?:het )?(?:jaar |year )?(?<year>\d{4})$/,
    read: ({ year }) => {
      const start = Temporal.PlainDate.from({ year: Number(year), month: 1, day: 1 });
      return fixedReading('year', start, start.with({ month: 12, day: 31 }));
    },
  },
  { shape: /^(?<year>\d{4})[-/](?<month>\d{1,2})$/, read: readMonth },
  { shape: /^(?<month>\d{1,2})[-/](?<year>\d{4})$/, read: readMonth },
  {
    shape: new RegExp(`^${MONTH}(?:${OF}[ -]?(?<year>\\d{4}))?$`),
    read: readMonth,
  },
  { shape: /^[qk](?<number>[1-4])(?:(?: van| of)?[ /-]?(?<year>\d{4}))?$/, read: readQuarter },
  { shape: /^(?<year>\d{4})[ /-]?[qk](?<number>[1-4])$/, read: readQuarter },
  { shape: new RegExp(`^(?:kwartaal|quarter) (?<number>[1-4])${YEAR}$`), read: readQuarter },
  { shape: new RegExp(`^${ORDINAL} (?:kwartaal|quarter)${YEAR}$`), read: readQuarter },
  { shape: new RegExp(`^(?:week|weken|weeks|wk|w)[ -]?(?<week>\\d{1,2})${YEAR}$`), read: readWeek },
  { shape: /^(?<year>\d{4})-?w(?<week>\d{1,2})$/, read: readWeek },
  { shape: new RegExp(`^${ORDINAL} week${OF} ${MONTH}${YEAR}$`), read: readWeekOfMonth },
  {
    shape: new RegExp(`^(?:de |the )?(?:laatste|last) week${OF} ${MONTH}${YEAR}$`),
    read: readWeekOfMonth,
  },
  {
    shape: new RegExp(`^(?:de |the )?(?<season>${anyOf(seasonMonths.keys())})${YEAR}$`),
    read: ({ season = '', year }) =>
      monthsReading('other', seasonMonths.get(season) ?? 0, 3, numberOrNothing(year)),
  },
  { shape: /^h(?<number>[12])(?:[ /-]?(?<year>\d{4}))?$/, read: readHalfYear },
];

type Words = Readonly<Record<string, string | undefined>>;

function readMonth({ month = '', year }: Words): Reading {
  const number = monthNumbers.get(month) ?? Number(month);
  return monthsReading('month', number, 1, numberOrNothing(year));
}

function readQuarter({ number = '', year }: Words): Reading {
  const quarter = ordinalNumbers.get(number) ?? Number(number);
  return monthsReading('quarter', quarter * 3 - 2, 3, numberOrNothing(year));
}

function readHalfYear({ number, year }: Words): Reading {
  return monthsReading('other', number === '1' ? 1 : 7, 6, numberOrNothing(year));
}

function readWeek({ week, year }: Words): Reading {
  const like = (number: number) => (inYear: number) => weekSpan(inYear, number);
  return { type: 'yearly', grain: 'week', year: numberOrNothing(year), at: like(Number(week)), like };
}

/** Weeks belong to the month that their Thursday is in, as ISO weeks do to years; without a number the last. */
function readWeekOfMonth({ number, month = '', year }: Words): Reading {
  const place = number === undefined ? undefined : (ordinalNumbers.get(number) ?? Number(number));
  const inMonth = monthNumbers.get(month) ?? 1;
  const at = (inYear: number): Span | undefined => {
    const first = Temporal.PlainDate.from({ year: inYear, month: inMonth, day: 4 });
    const start = mondayOf(place === undefined ? first.with({ day: first.daysInMonth - 3 }) : first).add({
      weeks: (place ?? 1) - 1,
    });
    return start.add({ days: 3 }).month === inMonth ? { start, end: start.add({ days: 6 }) } : undefined;
  };
  return { type: 'yearly', grain: 'week', year: numberOrNothing(year), at };
}

function weekSpan(year: number, week: number): Span | undefined {
  const start = mondayOfIsoWeek(year, week);
  return start && { start, end: start.add({ days: 6 }) };
}

function numberOrNothing(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}
