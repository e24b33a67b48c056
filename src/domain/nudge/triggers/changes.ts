import { dateHere } from '../../../core/clock.ts';
import { addDays } from '../../../core/dates/day-number.ts';
import type { Campaign } from '../../campaign/campaign.ts';
import type { Answer } from '../../participation/participation.ts';
import type { Id } from '../../shared/record.ts';
import type { Matter } from '../matter.ts';
import { contactsOf, everyLeadOf } from '../recipients.ts';
import type { NudgeRule } from '../rule.ts';
import type { World } from '../world.ts';
import { type FindMatters, matter } from './trigger.ts';

/** Campaigns that got other dates: everyone who joined, and the other leads, are told. */
export const moved: FindMatters = (world, rule, today) =>
  changes(world, rule, today, (campaign) => {
    const move = campaign.moves.at(-1);
    if (!move || campaign.progress === 'cancelled') return undefined;
    return { at: move.at, by: move.by, periods: [move.from, campaign.period] };
  });

/** Campaigns that were cancelled: the same people are told. */
export const cancelled: FindMatters = (world, rule, today) =>
  changes(world, rule, today, (campaign) => {
    if (campaign.progress !== 'cancelled' || !campaign.cancelledAt) return undefined;
    return { at: campaign.cancelledAt, by: campaign.cancelledBy, periods: [campaign.period] };
  });

interface Change {
  at: string;
  by: Id<'person'> | undefined;
  /** When it is, and when it would have been. */
  periods: readonly Campaign['period'][];
}

function changes(
  world: World,
  rule: NudgeRule,
  today: string,
  changeOf: (campaign: Campaign) => Change | undefined,
): Iterable<Matter[]> {
  return world.campaigns.values().map((campaign) => {
    const change = changeOf(campaign);
    const due = change && dateHere(change.at);
    if (!change || !due || addDays(due, rule.expires) < today) return [];
    const people = new Set([...joined(world, campaign, change.at), ...everyLeadOf(world, campaign)]);
    if (change.by) people.delete(change.by);
    const begins = firstDayFrom(due, change.periods);
    const to = { first: [...people], second: [] };
    // Each change is told once, also when a campaign is moved twice in a day: so its moment is part of the step.
    return people.size === 0
      ? []
      : [
          matter(rule, campaign.id, due, to, {
            arose: due,
            urgentBefore: begins,
            mark: change.at,
            each: true,
          }),
        ];
  });
}

/** The first day, from one on, on which it takes place by any of these periods; what runs is today's. */
function firstDayFrom(day: string, periods: readonly Campaign['period'][]): string | undefined {
  const days = periods.filter((period) => period !== null && period.end >= day);
  return days.map((period) => (period && period.start > day ? period.start : day)).sort()[0];
}

const JOINING: readonly Answer[] = ['joins', 'maybe'];

/** Those who said that they join or may, before it changed. */
function joined(world: World, { id }: Campaign, changedAt: string): Id<'person'>[] {
  return (world.participations.get(id) ?? [])
    .filter(({ answer, answeredAt }) => JOINING.includes(answer) && (answeredAt ?? '') < changedAt)
    .flatMap(({ contact, organisation }) =>
      contact && world.people.has(contact) ? [contact] : contactsOf(world, organisation),
    );
}
