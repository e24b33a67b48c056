import type { Context } from '../../src/command/command.ts';
import { type BusyWeek, busyWeeks, type CrowdQuestion } from '../../src/domain/campaign/crowding.ts';
import { overlappable, overlapsOf } from '../../src/domain/campaign/overlap.ts';
import { quieterRuns, runsOf } from '../../src/domain/campaign/quieter.ts';
import type { Confirm } from '../../src/reply/reply.ts';
import { type PlacingView, placingConfirm } from '../../src/views/placing-view.ts';
import { viewOf } from '../../src/views/view-of.ts';

type Placed = PlacingView['campaign'];

/** Quieter weeks are looked for this far before and after the period. */
const WEEKS_AROUND = 8;
const SUGGESTIONS = 3;

/**
 * What to know before a campaign is put where it says: what it overlaps with, how crowded those weeks are,
 * and quieter weeks near by, each as a button. Undefined when nothing speaks against it.
 */
export async function overlapWarnings(
  context: Context,
  campaign: Placed,
  asked: Pick<PlacingView, 'command' | 'args' | 'version'>,
): Promise<Confirm | undefined> {
  const { store, scope } = context;
  const { period, audiences, forms, id } = campaign;
  const one = overlappable(campaign);
  const overlaps = one ? await overlapsOf(store, scope, one) : [];
  const question = { audiences, forms, except: id };
  const weeks = await busyWeeks(store, scope, { ...question, from: period.start, until: period.end });
  const around = weeks.flatMap((week) => [...week.ids, ...week.perhaps]);
  if (overlaps.length === 0 && around.length === 0) return undefined;
  const quieter = quieterPeriods(period, weeks, await weeksAround(context, period, question));
  const view = await viewOf(context, [campaign, ...overlaps.map((found) => found.campaign)], around);
  return placingConfirm({ ...asked, campaign, overlaps, weeks, quieter }, view);
}

async function weeksAround(
  { store, scope, today }: Context,
  period: Placed['period'],
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
  period: Placed['period'],
  weeks: readonly BusyWeek[],
  around: readonly BusyWeek[],
): PlacingView['quieter'] {
  const [wanted] = runsOf(weeks, weeks.length);
  if (!wanted) return [];
  const start = Temporal.PlainDate.from(period.start);
  const days = start.until(period.end).days;
  return quieterRuns(wanted, runsOf(around, weeks.length))
    .slice(0, SUGGESTIONS)
    .map((run) => {
      const first = Temporal.PlainDate.from(run.start).add({ days: start.dayOfWeek - 1 });
      return { start: first.toString(), end: first.add({ days }).toString(), perhaps: run.perhaps > 0 };
    });
}
