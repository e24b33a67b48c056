/** Whole days, both ends counted. */
export interface Span {
  start: Temporal.PlainDate;
  end: Temporal.PlainDate;
}

export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'other';

/** Words that mean one span: they name their year themselves, or hang on today. */
export interface FixedReading {
  type: 'fixed';
  grain: Grain;
  span: Span;
}

/** Words that mean a span in every year, with the year when it was stated. */
export interface YearlyReading {
  type: 'yearly';
  grain: Grain;
  year: number | undefined;
  /** The span in a year, or undefined when the year does not have it (30 February, week 53). */
  at(year: number): Span | undefined;
  /** The same words with another number: from "week 43" to "week 41", from "17 oktober" to "11 oktober". */
  like?(number: number): (year: number) => Span | undefined;
  /** The weekday that was named along with the date, which must then be right. */
  weekday?: number | undefined;
}

/** A bare number: one side of a range, where the other side says what it counts. */
export interface NumberReading {
  type: 'number';
  number: number;
  year: number | undefined;
  weekday?: number | undefined;
}

export type Reading = FixedReading | YearlyReading | NumberReading;

/** One way of writing: `read` gets the match of the whole text and may still decline it. */
export interface Pattern {
  shape: RegExp;
  read(words: Readonly<Record<string, string | undefined>>, today: Temporal.PlainDate): Reading | undefined;
}

/** A day of a month in every year, or in the stated one. */
export function dayReading(
  month: number,
  day: number,
  year: number | undefined,
  weekday: number | undefined,
): YearlyReading {
  const like = (other: number) => (inYear: number) => oneDay(inYear, month, other);
  return { type: 'yearly', grain: 'day', year, at: like(day), like, weekday };
}

/** A number of whole months from the first of a month, in every year or in the stated one. */
export function monthsReading(
  grain: Grain,
  month: number,
  count: number,
  year: number | undefined,
): YearlyReading {
  return { type: 'yearly', grain, year, at: (inYear) => wholeMonths(inYear, month, count) };
}

/** A span that needs no year. */
export function fixedReading(grain: Grain, start: Temporal.PlainDate, end = start): FixedReading {
  return { type: 'fixed', grain, span: { start, end } };
}

/** So many whole months from the first of a month; undefined for a month that does not exist. */
export function wholeMonths(year: number, month: number, count: number): Span | undefined {
  if (month < 1 || month > 12) return undefined;
  const start = Temporal.PlainDate.from({ year, month, day: 1 });
  return { start, end: start.add({ months: count }).subtract({ days: 1 }) };
}

function oneDay(year: number, month: number, day: number): Span | undefined {
  if (month < 1 || month > 12 || day < 1) return undefined;
  const start = Temporal.PlainDate.from({ year, month, day });
  return start.day === day ? { start, end: start } : undefined;
}
