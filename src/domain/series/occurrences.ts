import { mondayOf, mondayOfIsoWeek } from '../../core/dates/iso-week.ts';
import type { DateRule } from './series.ts';

/** The period of one edition: ISO dates, both inclusive, meaning days in the partnership's zone. */
export interface Occurrence {
  start: string;
  end: string;
}

/** An occurrence with the year that its rule was asked for: its offset may carry `start` into another year. */
export interface YearlyOccurrence extends Occurrence {
  year: number;
}

type FirstDay<T extends DateRule['type']> = (
  rule: Extract<DateRule, { type: T }>,
  year: number,
) => Temporal.PlainDate | undefined;

/**
 * When a series takes place in a year (for an ISO week: in that week-year). Undefined when no rule is known
 * and when the year lacks the day: a 53rd week, a fifth weekday, 29 February.
 */
export function occurrenceOf(rule: DateRule, year: number): Occurrence | undefined {
  if (rule.type === 'announced-yearly') return undefined;
  if (rule.type === 'whole-month') {
    const first = Temporal.PlainDate.from({ year, month: rule.month, day: 1 });
    return { start: first.toString(), end: first.with({ day: first.daysInMonth }).toString() };
  }
  const start = firstDay(rule, year)?.add({ days: rule.offset });
  return start && { start: start.toString(), end: start.add({ days: rule.days - 1 }).toString() };
}

/** The occurrences whose start lies between two ISO dates (both counted), in order. */
export function occurrencesBetween(rule: DateRule, from: string, until: string): YearlyOccurrence[] {
  const found: YearlyOccurrence[] = [];
  // An offset is at most 366 days and an ISO year begins up to three days early: two years either side do.
  for (let year = yearOf(from) - 2; year <= yearOf(until) + 2; year++) {
    const occurrence = occurrenceOf(rule, year);
    if (occurrence && occurrence.start >= from && occurrence.start <= until)
      found.push({ year, ...occurrence });
  }
  return found;
}

function firstDay(
  rule: Exclude<DateRule, { type: 'announced-yearly' | 'whole-month' }>,
  year: number,
): Temporal.PlainDate | undefined {
  switch (rule.type) {
    case 'iso-week':
      return mondayOfIsoWeek(year, rule.week);
    case 'weekday-in-week-of':
      return weekdayInWeekOf(rule, year);
    case 'nth-weekday':
      return nthWeekday(rule, year);
    case 'fixed-date':
      return dayOf(year, rule.month, rule.day);
  }
}

const weekdayInWeekOf: FirstDay<'weekday-in-week-of'> = (rule, year) => {
  const anchor = dayOf(year, rule.month, rule.day);
  return anchor && mondayOf(anchor).add({ days: rule.weekday - 1 });
};

const nthWeekday: FirstDay<'nth-weekday'> = ({ month, weekday, nth }, year) => {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  const last = first.with({ day: first.daysInMonth });
  const day =
    nth > 0
      ? first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + (nth - 1) * 7 })
      : last.subtract({ days: ((last.dayOfWeek - weekday + 7) % 7) + (-nth - 1) * 7 });
  return nth !== 0 && day.month === month ? day : undefined;
};

function dayOf(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  const date = Temporal.PlainDate.from({ year, month, day });
  return date.day === day ? date : undefined;
}

function yearOf(isoDate: string): number {
  return Temporal.PlainDate.from(isoDate).year;
}
