import type { FixedReading, NumberReading, Reading, Span, YearlyReading } from './reading.ts';

export type PeriodProblemCode =
  | 'period-not-understood'
  | 'period-no-such-date'
  | 'period-end-before-start'
  | 'period-year-out-of-range';

export type Resolved = Span | PeriodProblemCode;

/** Years in which anything that recurs at all is found again: 29 February skips at most seven. */
const YEARS_AHEAD = 9;
/** A range whose years are guessed may cross one new year, and not last longer than this. */
const LONGEST_GUESS = 366;

/** The span of one reading: without a stated year, the next one that has not wholly passed. */
export function resolveOne(reading: Reading, today: Temporal.PlainDate): Resolved {
  if (reading.type === 'number') return 'period-not-understood';
  if (reading.type === 'fixed') return inRange(reading.span);
  if (reading.year !== undefined) return inRange(checked(reading, spanIn(reading, reading.year)));
  for (let year = today.year - 1; year <= today.year + YEARS_AHEAD; year++) {
    const span = reading.at(year);
    if (span && !isBefore(span.end, today)) return inRange(checked(reading, span));
  }
  return 'period-no-such-date';
}

/** The span from the start of one reading to the end of another; each lends the other what it lacks. */
export function resolveRange(left: Reading, right: Reading, today: Temporal.PlainDate): Resolved {
  const first = left.type === 'number' ? counted(left, right) : left;
  const last = right.type === 'number' ? counted(right, left) : right;
  if (!first || !last) return 'period-not-understood';
  if (isYearless(first) && isYearless(last)) return nextRange(first, last, today);
  if (isYearless(first)) return withLast(first, statedSpan(last), last);
  if (isYearless(last)) return withFirst(statedSpan(first), first, last);
  return joined(first, statedSpan(first), last, statedSpan(last));
}

/** Gives a bare number the meaning of the other side: in "11 t/m 17 oktober" 11 is a day of October. */
function counted(number: NumberReading, other: Reading): YearlyReading | undefined {
  if (other.type !== 'yearly' || !other.like) return undefined;
  return {
    ...other,
    at: other.like(number.number),
    year: number.year ?? other.year,
    weekday: number.weekday,
  };
}

function nextRange(first: YearlyReading, last: YearlyReading, today: Temporal.PlainDate): Resolved {
  let outcome: Resolved = 'period-no-such-date';
  for (let year = today.year - 2; year <= today.year + YEARS_AHEAD; year++) {
    const start = first.at(year);
    outcome = start ? withFirst(start, first, last) : outcome;
    if (typeof outcome !== 'string' && !isBefore(outcome.end, today)) return outcome;
    if (outcome === 'period-end-before-start') return outcome;
  }
  return typeof outcome === 'string' ? outcome : 'period-no-such-date';
}

function withLast(first: YearlyReading, end: Resolved, last: Reading): Resolved {
  if (typeof end === 'string') return end;
  for (const year of [end.end.year, end.end.year - 1]) {
    const start = first.at(year);
    if (!start) continue;
    if (year === end.end.year && isReversedInMonth(first, start, last, end)) return 'period-end-before-start';
    if (fits(start, end)) return joined(first, start, last, end);
  }
  return 'period-no-such-date';
}

function withFirst(start: Resolved, first: Reading, last: YearlyReading): Resolved {
  if (typeof start === 'string') return start;
  for (const year of [start.start.year - 1, start.start.year, start.start.year + 1]) {
    const end = last.at(year);
    if (!end) continue;
    if (year === start.start.year && isReversedInMonth(first, start, last, end))
      return 'period-end-before-start';
    if (fits(start, end)) return joined(first, start, last, end);
  }
  return 'period-no-such-date';
}

/** "17 oktober - 11 oktober" is a slip, not nearly a year. */
function isReversedInMonth(first: Reading, start: Span, last: Reading, end: Span): boolean {
  if (first.type !== 'yearly' || last.type !== 'yearly') return false;
  if (first.grain !== 'day' || last.grain !== 'day') return false;
  return start.start.month === end.end.month && isBefore(end.end, start.start);
}

function fits(start: Span, end: Span): boolean {
  const days = start.start.until(end.end).days;
  return days >= 0 && days < LONGEST_GUESS;
}

function joined(first: Reading, start: Resolved, last: Reading, end: Resolved): Resolved {
  const from = checked(first, start);
  const until = checked(last, end);
  if (typeof from === 'string') return from;
  if (typeof until === 'string') return until;
  if (isBefore(until.end, from.start)) return 'period-end-before-start';
  return inRange({ start: from.start, end: until.end });
}

function isYearless(reading: FixedReading | YearlyReading): reading is YearlyReading {
  return reading.type === 'yearly' && reading.year === undefined;
}

function statedSpan(reading: FixedReading | YearlyReading): Resolved {
  return reading.type === 'fixed' ? inRange(reading.span) : spanIn(reading, reading.year ?? 0);
}

function spanIn(reading: YearlyReading, year: number): Resolved {
  if (year < 2000 || year > 2099) return 'period-year-out-of-range';
  return reading.at(year) ?? 'period-no-such-date';
}

function checked(reading: Reading, span: Resolved): Resolved {
  if (typeof span === 'string' || reading.type === 'fixed' || reading.weekday === undefined) return span;
  return span.start.dayOfWeek === reading.weekday ? span : 'period-no-such-date';
}

function inRange(span: Resolved): Resolved {
  if (typeof span === 'string') return span;
  return span.start.year < 2000 || span.end.year > 2099 ? 'period-year-out-of-range' : span;
}

function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0;
}
