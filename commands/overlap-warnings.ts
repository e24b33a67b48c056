import type { Context, FieldValue } from '../src/command/command.ts';
import { viewOf } from '../src/command/names.ts';
import type { Campaign } from '../src/domain/campaign/campaign.ts';
import {
  type BusyWeek,
  busyWeeks,
  type CrowdQuestion,
  quietestRuns,
} from '../src/domain/campaign/crowding.ts';
import { overlapsOf } from '../src/domain/campaign/overlap.ts';
import type { Confirm } from '../src/reply/reply.ts';
import { overlapConfirm } from '../src/views/overlap-view.ts';

/** A campaign that is being placed: what it is about, and when. */
export interface Placing extends Pick<Campaign, 'audiences' | 'forms' | 'regions'> {
  period: NonNullable<Campaign['period']>;
  id?: Campaign['id'];
}

interface DateRange {
  start: string;
  end: string;
}

/** Quieter weeks are looked for this far before and after the period. */
const WEEKS_AROUND = 8;
const SUGGESTIONS = 3;

/**
 * What to know before a campaign is put there: what it overlaps with, how crowded those weeks are, and
 * quieter weeks near by, each as a button. Undefined when nothing speaks against it.
 */
export async function overlapWarnings(
  context: Context,
  placing: Placing,
  command: string,
  args: Readonly<Record<string, FieldValue>>,
  title: string,
  version?: number,
): Promise<Confirm | undefined> {
  const { store, scope } = context;
  const { start, end } = placing.period;
  const one = { ...placing, type: 'campaign' as const, first: start, last: end };
  const overlaps = await overlapsOf(store, scope, one);
  const question = { audiences: placing.audiences, forms: placing.forms, except: placing.id };
  const here = await busyWeeks(store, scope, { ...question, from: start, until: end });
  const crowd = new Set(here.flatMap((week) => week.ids));
  if (overlaps.length === 0 && crowd.size === 0) return undefined;
  const quieter = quieterPeriods(placing.period, here, await weeksAround(context, placing, question));
  const view = await viewOf(
    context,
    overlaps.map(({ campaign }) => campaign),
    [...crowd, ...placing.audiences, ...placing.forms],
  );
  return overlapConfirm(
    {
      title,
      command,
      args,
      version,
      period: placing.period,
      overlaps,
      crowd: [...crowd].filter((id) => !overlaps.some(({ campaign }) => campaign.id === id)),
      quieter,
      placing,
    },
    view,
  );
}

async function weeksAround(
  { store, scope, today }: Context,
  { period }: Placing,
  question: Omit<CrowdQuestion, 'from' | 'until'>,
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

/** Periods of the same length that start on the same weekday and are quieter than the wanted one. */
function quieterPeriods(
  period: Placing['period'],
  here: readonly BusyWeek[],
  around: readonly BusyWeek[],
): DateRange[] {
  const [now] = quietestRuns(here, here.length, period.start);
  const start = Temporal.PlainDate.from(period.start);
  const days = start.until(period.end).days;
  return quietestRuns(around, here.length, period.start)
    .filter(
      (run) =>
        now !== undefined && (run.alike < now.alike || (run.alike === now.alike && run.total < now.total)),
    )
    .slice(0, SUGGESTIONS)
    .map((run) => Temporal.PlainDate.from(run.start).add({ days: start.dayOfWeek - 1 }))
    .map((first) => ({ start: first.toString(), end: first.add({ days }).toString() }));
}
