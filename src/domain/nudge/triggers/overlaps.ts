import { dateHere } from '../../../core/clock.ts';
import { addDays } from '../../../core/dates/day-number.ts';
import type { Campaign } from '../../campaign/campaign.ts';
import { overlapBetween, overlappable } from '../../campaign/overlap.ts';
import type { Matter } from '../matter.ts';
import { everyLeadOf } from '../recipients.ts';
import type { NudgeRule } from '../rule.ts';
import type { World } from '../world.ts';
import { type FindMatters, matter } from './trigger.ts';

/** Two campaigns that came to overlap: the leads of both are told, each about their own. */
export const overlaps: FindMatters = (world, rule, today) => {
  const coming = [...world.campaigns.values()].filter(
    ({ type, period, progress }) =>
      type === 'campaign' && progress !== 'cancelled' && period && period.start >= today,
  );
  // Only what was put or moved there lately can be new; the others are compared with those alone.
  const placed = coming.filter((one) => (placedOn(one) ?? '') >= addDays(today, -rule.expires));
  return placed.flatMap((one) => coming.flatMap((other) => clash(world, rule, one, other)));
};

function clash(world: World, rule: NudgeRule, one: Campaign, other: Campaign): Matter[] {
  const mine = overlappable(one);
  const found = mine && overlapBetween(mine, other);
  if (!found?.clash || !found.sure) return [];
  const [arose = '', later = ''] = [placedOn(one), placedOn(other)];
  // Of two that were both placed lately the later one tells it, so that each pair is found once.
  if (later > arose || (later === arose && later !== '' && other.id < one.id)) return [];
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
