import type { Campaign } from './campaign.ts';

/** Where a campaign is: kept progress, or what follows from today's date. */
export type Phase = 'proposed' | 'planned' | 'running' | 'finished' | 'cancelled';

/** Running and finished follow from the dates; a proposal stays one until it is approved. */
export function phaseOf(campaign: Campaign, today: Temporal.PlainDate): Phase {
  if (campaign.progress !== 'planned' || !campaign.period) return campaign.progress;
  const day = today.toString();
  if (campaign.period.end < day) return 'finished';
  return campaign.period.start <= day ? 'running' : 'planned';
}
