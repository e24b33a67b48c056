import type { Context, FieldValue } from '../src/command/command.ts';
import { viewOf } from '../src/command/names.ts';
import type { Campaign } from '../src/domain/campaign/campaign.ts';
import { busyWeeks, quietestFirst } from '../src/domain/campaign/crowding.ts';
import { overlapsOf } from '../src/domain/campaign/overlap.ts';
import type { Confirm } from '../src/reply/reply.ts';
import { overlapConfirm } from '../src/views/overlap-view.ts';

/** A campaign that is being placed: what it is about, and when. */
export interface Placing extends Pick<Campaign, 'audiences' | 'forms' | 'regions'> {
  period: NonNullable<Campaign['period']>;
  id?: Campaign['id'];
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
  const { store, scope, today } = context;
  const { start, end } = placing.period;
  const one = { ...placing, type: 'campaign' as const, first: start, last: end };
  const overlaps = await overlapsOf(store, scope, one);
  const question = { audiences: placing.audiences, forms: placing.forms, except: placing.id };
  const here = await busyWeeks(store, scope, { ...question, from: start, until: end });
  const crowd = [...new Set(here.flatMap((week) => week.ids))];
  if (overlaps.length === 0 && crowd.length === 0) return undefined;
  const earliest = Temporal.PlainDate.from(start).subtract({ weeks: WEEKS_AROUND }).toString();
  const from = earliest > today.toString() ? earliest : today.add({ days: 1 }).toString();
  const until = Temporal.PlainDate.from(end).add({ weeks: WEEKS_AROUND }).toString();
  const around = from < until ? await busyWeeks(store, scope, { ...question, from, until }) : [];
  const busiest = Math.min(...here.map((week) => week.alike * 100 + week.ids.length));
  const quieter = quietestFirst(
    around.filter((week) => week.start > today.toString() && week.alike * 100 + week.ids.length < busiest),
  );
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
      crowd,
      quieter: quieter.slice(0, SUGGESTIONS),
      placing,
    },
    view,
  );
}
