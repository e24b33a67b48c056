import type { Scope } from '../access/visibility.ts';
import { calendarSpan } from '../campaign/calendar-entry.ts';
import type { Campaign } from '../campaign/campaign.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';

/** A campaign that uses a practice, and what came of it in the words of those who were there. */
export interface Use {
  campaign: Campaign;
  evaluations: readonly Evaluation[];
}

/** Where a practice is used, the newest first, and how often; only what the scope may see. */
export async function usesOf(
  store: Store,
  scope: Scope,
  practice: Id<'practice'>,
  limit: number,
): Promise<{ uses: Use[]; total: number }> {
  const campaigns = await store.linked('campaign', 'practice', practice, scope);
  const uses: Use[] = [];
  for (const campaign of campaigns.sort((a, b) => (firstDay(a) < firstDay(b) ? 1 : -1)).slice(0, limit))
    uses.push({ campaign, evaluations: await store.linked('evaluation', 'campaign', campaign.id, scope) });
  return { uses, total: campaigns.length };
}

function firstDay(campaign: Campaign): string {
  return calendarSpan(campaign)?.first ?? '9999';
}
