import { isoWeekOf } from '../../core/dates/iso-week.ts';
import type { Scope } from '../access/visibility.ts';
import type { Campaign } from '../campaign/campaign.ts';
import type { Few } from '../digest/digest.ts';
import type { Store } from '../ports.ts';
import { pick } from '../records.ts';

export const WEEKS = 8;
const PROGRESS = ['planned', 'proposed'];

export interface ComingWeeks {
  /** From today to the last Sunday; ISO dates, both inclusive. */
  range: { start: string; end: string };
  /** What runs or begins in these weeks, in order of date. */
  coming: Few<Campaign>;
}

/** The calendar of this week and the seven after it, as far as it is still to come; at most so many. */
export async function comingWeeks(
  store: Store,
  scope: Scope,
  today: Temporal.PlainDate,
  most: number,
): Promise<ComingWeeks> {
  const range = { start: today.toString(), end: eightWeeksFrom(today).end };
  const page = await store.entries({
    scope,
    from: range.start,
    until: range.end,
    progress: PROGRESS,
    limit: most,
  });
  return { range, coming: { items: page.campaigns, total: page.total } };
}

/** How many stand in the whole of these weeks, and what those with dates begin and end with: for the picture in words. */
export async function firstAndLast(
  store: Store,
  scope: Scope,
  today: Temporal.PlainDate,
): Promise<{ count: number; first: Campaign | undefined; last: Campaign | undefined }> {
  const { start, end } = eightWeeksFrom(today);
  const spans = await store.spans({ scope, from: start, until: end, progress: PROGRESS });
  const dated = spans.filter(({ months }) => months === undefined);
  const [first, last] = [dated[0]?.id, dated.at(-1)?.id];
  const found = await store.getMany([first, last].filter((id) => id !== undefined));
  return { count: spans.length, first: first && pick(found, first), last: last && pick(found, last) };
}

function eightWeeksFrom(today: Temporal.PlainDate): { start: string; end: string } {
  const { start } = isoWeekOf(today);
  const end = Temporal.PlainDate.from(start).add({ days: 7 * WEEKS - 1 });
  return { start, end: end.toString() };
}
