import { addDays } from '../../../core/dates/day-number.ts';
import type { Campaign } from '../../campaign/campaign.ts';
import { leadsOfCampaign } from '../recipients.ts';
import type { World } from '../world.ts';
import { type FindMatters, matter } from './trigger.ts';

/** Campaigns that have ended: what did it bring? Asked of the leads that have not said so; an inhaakmoment has none. */
export const evaluation: FindMatters = (world, rule, today) =>
  world.campaigns.values().map((campaign) => {
    const { id, type, period, progress } = campaign;
    if (type === 'inhaakmoment' || progress !== 'planned' || !period || period.end >= today) return [];
    if (addDays(period.end, rule.expires) < today) return [];
    const leads = silentLeads(world, campaign);
    if (leads === undefined) return [];
    return [matter(rule, id, period.end, leadsOfCampaign(world, { leads }), { arose: period.end })];
  });

/** The leads without an evaluation; undefined when nothing is left to ask, also of a campaign that nobody leads. */
function silentLeads({ evaluations }: World, { id, leads }: Campaign): Campaign['leads'] | undefined {
  const said = new Set((evaluations.get(id) ?? []).map(({ organisation }) => organisation));
  if (said.size === 0) return leads;
  const silent = leads.filter(({ organisation }) => !said.has(organisation));
  return silent.length > 0 ? silent : undefined;
}
