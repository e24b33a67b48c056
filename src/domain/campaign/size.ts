import { daysBetween } from '../../core/dates/day-number.ts';
import type { Campaign } from './campaign.ts';

export type CampaignSize = NonNullable<Campaign['size']>;

/** How much preparation a campaign asks: what was said, else by its length; a day or two is small, three weeks large. */
export function sizeOf({ size, period }: Pick<Campaign, 'size' | 'period'>): CampaignSize {
  if (size) return size;
  if (!period) return 'medium';
  const days = daysBetween(period.start, period.end) + 1;
  if (days <= 2) return 'small';
  return days >= 21 ? 'large' : 'medium';
}
