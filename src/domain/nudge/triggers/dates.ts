import { calendarSpan } from '../../campaign/calendar-entry.ts';
import type { Campaign } from '../../campaign/campaign.ts';
import { contactsOf, coordinators, leadsOfCampaign } from '../recipients.ts';
import { type FindMatters, matter } from './trigger.ts';

/**
 * Campaigns whose date is unknown, provisional or not certain to take place, counted from the day on which they
 * begin or are first expected; within the months in which they are expected, to the end of those. Nobody has to
 * settle the date of an inhaakmoment.
 */
export const dateOpen: FindMatters = (world, rule, today) =>
  world.campaigns.values().map((campaign) => {
    const isOpen = campaign.dateState !== 'confirmed' && campaign.progress === 'planned';
    if (campaign.type === 'inhaakmoment' || !isOpen) return [];
    const span = calendarSpan(campaign);
    if (!span) return [];
    const due = span.first >= today || campaign.period ? span.first : span.last;
    return due < today ? [] : [matter(rule, campaign.id, due, leadsOfCampaign(world, campaign))];
  });

/** Series of campaigns without any edition to come, counted from the first of their usual months. */
export const seriesGap: FindMatters = function* (world, rule, today) {
  const coming = new Set<Campaign['series']>();
  for (const campaign of world.campaigns.values()) {
    if (campaign.progress !== 'cancelled' && (lastDay(campaign) ?? '') >= today) coming.add(campaign.series);
    yield [];
  }
  yield world.series
    .filter(({ id, type }) => type === 'campaign' && !coming.has(id))
    .map((series) => {
      const months = [0, 1].flatMap((later) =>
        series.usualMonths.map((month) => monthStart(today, later, month)),
      );
      const due = months.sort().find((day) => day > today) ?? today;
      const leads = series.leads.flatMap((organisation) => contactsOf(world, organisation));
      const to = leads.length > 0 ? { first: leads, second: [] } : coordinators(world);
      return matter(rule, series.id, due, to);
    });
};

function monthStart(today: string, later: number, month: number): string {
  return `${Number(today.slice(0, 4)) + later}-${String(month).padStart(2, '0')}-01`;
}

function lastDay(campaign: Campaign): string | undefined {
  return calendarSpan(campaign)?.last;
}
