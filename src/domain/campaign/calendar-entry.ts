import { monthRuns } from '../../core/dates/month-runs.ts';
import type { Campaign } from './campaign.ts';

/** A stretch of days, as inclusive ISO dates. */
export interface CalendarSpan {
  first: string;
  last: string;
}

type Placed = Pick<Campaign, 'period' | 'expectedMonths'>;

/** Where a campaign stands, or may: its own days, or each run of months in which it is expected. */
export function calendarSpans({ period, expectedMonths }: Placed): CalendarSpan[] {
  if (period) return [{ first: period.start, last: period.end }];
  return monthRuns(expectedMonths).map((run) => ({
    first: `${run[0]}-01`,
    last: lastDayOf(run.at(-1) ?? ''),
  }));
}

/** From the first to the last of those days; undefined for a campaign without dates and expected months. */
export function calendarSpan(campaign: Placed): CalendarSpan | undefined {
  const spans = calendarSpans(campaign);
  const [first, last] = [spans[0]?.first, spans.at(-1)?.last];
  return first && last ? { first, last } : undefined;
}

/** Whether one of these months (YYYY-MM) has a day between two ISO dates, both counted. */
export function hasMonthBetween(months: readonly string[], from: string, until: string): boolean {
  return months.some((month) => month >= from.slice(0, 7) && month <= until.slice(0, 7));
}

/**
 * The month (YYYY-MM) under which a campaign stands in a list that begins on a day: the first that it is in,
 * and when that is before the list, the first of its months that the list still reaches.
 */
export function listedMonth(campaign: Placed, from = ''): string | undefined {
  const listBegin = from.slice(0, 7);
  const first = calendarSpan(campaign)?.first.slice(0, 7);
  if (first === undefined || first >= listBegin) return first;
  if (campaign.period) return listBegin;
  return campaign.expectedMonths.toSorted().find((month) => month >= listBegin) ?? first;
}

function lastDayOf(month: string): string {
  const { daysInMonth } = Temporal.PlainYearMonth.from(month);
  return `${month}-${daysInMonth}`;
}
