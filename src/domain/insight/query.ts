import { z } from 'zod';
import { isoDate } from '../shared/fields.ts';
import { idOf } from '../shared/record.ts';

/** The parts that insight can be asked about; each is one table, and one file. */
export const INSIGHT_PARTS = ['coverage', 'audiences', 'actions', 'answers', 'campaigns'] as const;
export type InsightPart = (typeof INSIGHT_PARTS)[number];

/** What is looked at. Days are ISO dates, both counted; no forms or audiences means all of them. */
export const insightQuery = z.strictObject({
  part: z.enum(INSIGHT_PARTS),
  period: z.strictObject({ start: isoDate, end: isoDate }),
  forms: z.array(idOf('form')),
  audiences: z.array(idOf('audience')),
});
export type InsightQuery = z.infer<typeof insightQuery>;

/** More months than this do not fit beside each other in a picture. */
export const MOST_MONTHS = 12;

/**
 * The period when none is asked: for coverage the twelve months from this one, since that is what can still be
 * planned, and by audience the four quarters from this one; for answers the twelve months up to this one; for
 * campaigns both.
 */
export function usualPeriod(part: InsightPart, today: Temporal.PlainDate): InsightQuery['period'] {
  const month = today.with({ day: 1 });
  const start = startFor(part, month);
  const months = part === 'campaigns' ? 23 : 12;
  return { start: start.toString(), end: start.add({ months }).subtract({ days: 1 }).toString() };
}

function startFor(part: InsightPart, month: Temporal.PlainDate): Temporal.PlainDate {
  if (part === 'answers' || part === 'campaigns') return month.subtract({ months: 11 });
  return part === 'audiences' ? month.subtract({ months: (month.month - 1) % 3 }) : month;
}

/** The months (YYYY-MM) that have a day in the period, in order. */
export function monthsOf({ start, end }: InsightQuery['period']): string[] {
  const last = end.slice(0, 7);
  const months: string[] = [];
  let month = Temporal.PlainYearMonth.from(start.slice(0, 7));
  for (; month.toString() <= last; month = month.add({ months: 1 })) months.push(month.toString());
  return months;
}
