import { guardOf } from '../access/guard.ts';
import { canSee, type Scope } from '../access/visibility.ts';
import type { Participation } from '../participation/participation.ts';
import type { Store } from '../ports.ts';
import { pick } from '../records.ts';
import type { Id } from '../shared/record.ts';
import { type Few, fewOf, type Joined } from './digest.ts';

/**
 * Who said since a moment that they join, at campaigns that these organisations lead or at all; the newest
 * first. Joining one's own campaign is no news.
 */
export async function joinedSince(
  store: Store,
  scope: Scope,
  since: Temporal.Instant,
  leads: readonly Id<'organisation'>[] | 'all',
): Promise<Few<Joined>> {
  const all = await store.list('participation', scope);
  const fresh = all.filter(
    (one) => one.answer === 'joins' && isAfter(one, since) && !isOneOf(leads, one.organisation),
  );
  const campaigns = await store.getMany([...new Set(fresh.map(({ campaign }) => campaign))]);
  const joined = fresh.flatMap((participation): Joined[] => {
    const campaign = pick(campaigns, participation.campaign);
    if (!campaign || campaign.progress === 'cancelled' || !canSee(scope, guardOf(campaign))) return [];
    const theirs = leads === 'all' || campaign.leads.some((lead) => leads.includes(lead.organisation));
    return theirs ? [{ campaign, participation }] : [];
  });
  return fewOf(joined.sort((a, b) => Temporal.Instant.compare(answeredAt(b), answeredAt(a))));
}

function isAfter({ answeredAt }: Participation, since: Temporal.Instant): boolean {
  return answeredAt !== undefined && Temporal.Instant.compare(Temporal.Instant.from(answeredAt), since) > 0;
}

function answeredAt({ participation }: Joined): Temporal.Instant {
  return Temporal.Instant.from(participation.answeredAt as string);
}

function isOneOf(leads: readonly string[] | 'all', organisation: string): boolean {
  return leads !== 'all' && leads.includes(organisation);
}
