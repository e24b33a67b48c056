import { addDays } from '../../../core/dates/day-number.ts';
import type { Campaign } from '../../campaign/campaign.ts';
import { EVERYONE } from '../../campaign/overlap.ts';
import type { Id } from '../../shared/record.ts';
import { everyLeadOf } from '../recipients.ts';
import { daysOf } from '../rule.ts';
import { type FindMatters, matter } from './trigger.ts';

/** Whoever led or leads a campaign for the same people and forms within a year is told of the moment. */
const YEAR = 366;

/** Inhaakmomenten that are near, for the leads whose campaigns have the same audience and the same form. */
export const hook: FindMatters = (world, rule, today) => {
  // A week more than the rule says: a lead time can move earlier, to the last morning before it.
  const horizon = addDays(today, Math.max(...daysOf(rule)) + 7);
  const all = [...world.campaigns.values()];
  const moments = all.filter(
    ({ type, period, progress }) =>
      type === 'inhaakmoment' &&
      progress === 'planned' &&
      period &&
      period.start >= today &&
      period.start <= horizon,
  );
  if (moments.length === 0) return [];
  const [yearAgo, yearOn] = [addDays(today, -YEAR), addDays(today, YEAR)];
  const led = all.filter(
    ({ type, period, progress, leads }) =>
      type === 'campaign' &&
      progress === 'planned' &&
      leads.length > 0 &&
      period &&
      period.end >= yearAgo &&
      period.start <= yearOn,
  );
  return moments.values().map((moment) => {
    const fitting = led.filter((campaign) => fits(campaign, moment));
    const people = new Set<Id<'person'>>(fitting.flatMap((campaign) => everyLeadOf(world, campaign)));
    if (people.size === 0 || !moment.period) return [];
    return [matter(rule, moment.id, moment.period.start, { first: [...people], second: [] }, { each: true })];
  });
};

/** They share a form, and an audience; a side that names none is about all, as long as the other names some. */
function fits(campaign: Campaign, moment: Campaign): boolean {
  const audience =
    shares(campaign.audiences, moment.audiences) ||
    [...campaign.audiences, ...moment.audiences].includes(EVERYONE);
  if (campaign.forms.length === 0 || moment.forms.length === 0)
    return audience && shares(campaign.topics, moment.topics);
  return audience && shares(campaign.forms, moment.forms);
}

function shares(one: readonly Id[], other: readonly Id[]): boolean {
  return one.some((id) => other.includes(id));
}
