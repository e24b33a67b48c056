import { missingFrom } from '../../campaign/readiness.ts';
import { sizeOf } from '../../campaign/size.ts';
import { leadsOfCampaign } from '../recipients.ts';
import { daysOf } from '../rule.ts';
import { type FindMatters, matter } from './trigger.ts';

/** Campaigns that are scheduled but lack something of what makes them planned; never an inhaakmoment. */
export const preparation: FindMatters = (world, rule, today) =>
  world.campaigns.values().map((campaign) => {
    const { id, period, progress } = campaign;
    if (!period || progress !== 'planned' || period.start < today) return [];
    const beside = { tasks: world.tasks.get(id) ?? [], participations: world.participations.get(id) ?? [] };
    if (missingFrom(campaign, beside).length === 0) return [];
    const days = daysOf(rule, sizeOf(campaign));
    return [matter(rule, id, period.start, leadsOfCampaign(world, campaign), { days })];
  });
