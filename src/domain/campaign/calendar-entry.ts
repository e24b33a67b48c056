import type { Campaign } from './campaign.ts';

/** Where a campaign stands in the calendar: its own days, or the expected month while it has none. */
export interface CalendarSpan {
  first: string;
  last: string;
}

/** Undefined for a campaign without dates and without an expected month. Days are inclusive ISO dates. */
export function calendarSpan(campaign: Campaign): CalendarSpan | undefined {
  if (campaign.period) return { first: campaign.period.start, last: campaign.period.end };
  if (!campaign.expectedMonth) return undefined;
  const month = Temporal.PlainYearMonth.from(campaign.expectedMonth);
  return {
    first: month.toPlainDate({ day: 1 }).toString(),
    last: month.toPlainDate({ day: month.daysInMonth }).toString(),
  };
}
