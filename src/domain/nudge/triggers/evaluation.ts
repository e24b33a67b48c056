import { addDays } from '../../../core/dates/day-number.ts';
import { leadsOfCampaign } from '../recipients.ts';
import { type FindMatters, matter } from './trigger.ts';

/** Campaigns that have ended: what did it bring? Asked of the leads; an inhaakmoment has nobody to ask. */
export const evaluation: FindMatters = (world, rule, today) =>
  world.campaigns.values().map((campaign) => {
    const { id, type, period, progress } = campaign;
    if (type === 'inhaakmoment' || progress !== 'planned' || !period || period.end >= today) return [];
    if (addDays(period.end, rule.expires) < today) return [];
    return [matter(rule, id, period.end, leadsOfCampaign(world, campaign), { arose: period.end })];
  });
