import type { Context } from '../../src/command/command.ts';
import { busyWeeks } from '../../src/domain/campaign/crowding.ts';
import { overlappable, overlapsOf } from '../../src/domain/campaign/overlap.ts';
import { quieterPeriods } from '../../src/domain/campaign/quieter-periods.ts';
import type { Confirm } from '../../src/reply/reply.ts';
import { type PlacingView, placingConfirm } from '../../src/views/placing-view.ts';
import { viewOf } from '../../src/views/view-of.ts';

type Placed = PlacingView['campaign'];

/**
 * What to know before a campaign is put where it says: that those days are over, what it overlaps with, how crowded those weeks are,
 * and quieter weeks near by, each as a button. Undefined when nothing speaks against it.
 */
export async function overlapWarnings(
  context: Context,
  campaign: Placed,
  asked: Pick<PlacingView, 'command' | 'args' | 'version'>,
): Promise<Confirm | undefined> {
  const { store, scope, today } = context;
  const { period, audiences, forms, id } = campaign;
  const isOver = period.end < today.toString();
  const one = overlappable(campaign);
  const overlaps = one ? await overlapsOf(store, scope, one) : [];
  const question = { audiences, forms, except: id };
  const weeks = await busyWeeks(store, scope, { ...question, from: period.start, until: period.end });
  const around = weeks.flatMap((week) => [...week.ids, ...week.perhaps]);
  if (overlaps.length === 0 && around.length === 0 && !isOver) return undefined;
  const quieter = isOver ? [] : await quieterPeriods(store, scope, today, { ...question, period }, weeks);
  const view = await viewOf(context, [campaign, ...overlaps.map((found) => found.campaign)], around);
  return placingConfirm({ ...asked, campaign, overlaps, weeks, quieter }, view);
}
