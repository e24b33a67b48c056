import type { Scope } from '../access/visibility.ts';
import type { Store } from '../ports.ts';
import type { Period } from '../shared/fields.ts';
import { type BusyWeek, busyWeeks, type CrowdQuestion } from './crowding.ts';
import { quieterRuns, runsOf } from './quieter.ts';

/** Quieter weeks are looked for this far before and after the period. */
const WEEKS_AROUND = 8;
const SUGGESTIONS = 3;

/** A period of the same length that is quieter; `perhaps`: something without a date may still come there. */
export interface QuieterPeriod {
  start: string;
  end: string;
  perhaps: boolean;
}

/** Where a campaign is to be, and what must not be counted as crowding it. */
export type Placing = Omit<CrowdQuestion, 'from' | 'until'> & { period: Pick<Period, 'start' | 'end'> };

/** Up to three quieter periods near by, of the same length and from the same weekday on, all still to come. */
export async function quieterPeriods(
  store: Store,
  scope: Scope,
  today: Temporal.PlainDate,
  { period, ...question }: Placing,
  weeks?: readonly BusyWeek[],
): Promise<QuieterPeriod[]> {
  const own =
    weeks ?? (await busyWeeks(store, scope, { ...question, from: period.start, until: period.end }));
  const around = await weeksAround(store, scope, today, { period, ...question });
  const [wanted] = runsOf(own, own.length);
  if (!wanted) return [];
  const start = Temporal.PlainDate.from(period.start);
  const days = start.until(period.end).days;
  return quieterRuns(wanted, runsOf(around, own.length))
    .slice(0, SUGGESTIONS)
    .map((run) => {
      const first = Temporal.PlainDate.from(run.start).add({ days: start.dayOfWeek - 1 });
      return { start: first.toString(), end: first.add({ days }).toString(), perhaps: run.perhaps > 0 };
    });
}

async function weeksAround(
  store: Store,
  scope: Scope,
  today: Temporal.PlainDate,
  { period, ...question }: Placing,
): Promise<BusyWeek[]> {
  const from = Temporal.PlainDate.from(period.start).subtract({ weeks: WEEKS_AROUND }).toString();
  const until = Temporal.PlainDate.from(period.end).add({ weeks: WEEKS_AROUND }).toString();
  if (until <= today.toString()) return [];
  const weeks = await busyWeeks(store, scope, {
    ...question,
    from: from > today.toString() ? from : today.toString(),
    until,
  });
  return weeks.filter((week) => week.start > today.toString());
}
