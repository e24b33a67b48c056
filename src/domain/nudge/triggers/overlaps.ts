import { dateHere } from '../../../core/clock.ts';
import { addDays } from '../../../core/dates/day-number.ts';
import type { Campaign } from '../../campaign/campaign.ts';
import { type Overlappable, overlapBetween, overlappable } from '../../campaign/overlap.ts';
import type { Matter } from '../matter.ts';
import { everyLeadOf } from '../recipients.ts';
import type { NudgeRule } from '../rule.ts';
import type { World } from '../world.ts';
import { type FindMatters, matter } from './trigger.ts';

/** A campaign with dates, and the day on which it got them, '' when nobody's doing. */
interface Placed {
  campaign: Campaign;
  first: string;
  last: string;
  on: string;
}

/** Two campaigns that came to overlap: the leads of both are told, each about their own. */
export const overlaps: FindMatters = function* (world, rule, today) {
  const coming: Placed[] = [];
  for (const campaign of world.campaigns.values()) {
    const { type, period, progress } = campaign;
    if (type === 'campaign' && progress !== 'cancelled' && period && period.start >= today)
      coming.push({ campaign, first: period.start, last: period.end, on: placedOn(campaign) ?? '' });
    yield [];
  }
  // Only what was put or moved there lately can be new; the others are compared with those alone.
  const oldest = addDays(today, -rule.expires);
  const recent = coming.filter(({ on }) => on >= oldest);
  if (recent.length === 0) return;
  const sharing = sharingDays(coming);
  for (const one of recent) {
    const asked = overlappable(one.campaign);
    if (asked) for (const other of sharing(one)) yield clash(world, rule, asked, one, other);
  }
};

/** Gives those that share a day with one, without looking at all of them: found by where they begin. */
function sharingDays(all: readonly Placed[]): (one: Placed) => Placed[] {
  const sorted = all.toSorted((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  // The last day of any up to here: what stands before the first that reaches a day does not reach it either.
  let latest = '';
  const reach = sorted.map(({ last }) => {
    if (last > latest) latest = last;
    return latest;
  });
  return ({ first, last }) => {
    const from = countWhile(sorted.length, (index) => (reach[index] ?? '') < first);
    const until = countWhile(sorted.length, (index) => (sorted[index]?.first ?? '') <= last);
    return sorted.slice(from, until).filter((other) => other.last >= first);
  };
}

/** How many of the first ones this holds for, when it holds for no one after the first that it does not hold for. */
function countWhile(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function clash(world: World, rule: NudgeRule, asked: Overlappable, mine: Placed, theirs: Placed): Matter[] {
  const [one, other] = [mine.campaign, theirs.campaign];
  const [arose, later] = [mine.on, theirs.on];
  // Of two that were both placed lately the later one tells it, so that each pair is found once.
  if (later > arose || (later === arose && later !== '' && other.id < one.id)) return [];
  const found = overlapBetween(asked, other);
  if (!found?.clash || !found.sure) return [];
  const due = arose;
  const until = [addDays(due, rule.expires), addDays(found.first, -1)].sort()[0] ?? due;
  const about = (subject: Campaign, against: Campaign): Matter =>
    matter(
      rule,
      subject.id,
      due,
      { first: everyLeadOf(world, subject), second: [] },
      {
        other: against.id,
        mark: against.id,
        until,
        arose: due,
      },
    );
  return [about(one, other), about(other, one)].filter(({ first }) => first.length > 0);
}

/** The day on which a campaign last got its place in the calendar by somebody's doing. */
function placedOn({ moves, approvedAt, proposedAt }: Campaign): string | undefined {
  const at = [moves.at(-1)?.at, approvedAt, proposedAt]
    .filter((one) => one !== undefined)
    .sort()
    .at(-1);
  return at && dateHere(at);
}
