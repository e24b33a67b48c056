import type { Locale } from '../core/locale.ts';
import { guardOf } from '../domain/access/guard.ts';
import { canSee, publicScope, type Scope } from '../domain/access/visibility.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import { nameOf } from '../domain/names.ts';
import type { Action } from '../domain/plan/plan.ts';
import type { Store } from '../domain/ports.ts';
import { type AnyRecord, isKind } from '../domain/records.ts';
import type { Kind } from '../domain/shared/record.ts';
import { actionEntries, campaignEntry, type EntryContext, type FeedEntry } from '../feeds/feed-entry.ts';
import { feedLabels } from './feed-labels.ts';

/** The kinds whose names stand in an entry. Never people. */
const NAMED: readonly Kind[] = ['organisation', 'group', 'audience', 'form', 'topic', 'region'];

/** The entries of records that the reader may see; what these point at and the reader may not see stays out. */
export async function entriesFrom(
  records: readonly AnyRecord[],
  locale: Locale,
  scope: Scope,
  { store, publicUrl }: { store: Store; publicUrl: string },
): Promise<FeedEntry[]> {
  const lists = await Promise.all(NAMED.map((kind) => store.list(kind, scope)));
  const names = new Map(lists.flat().map((record) => [record.id as string, nameOf(record, locale)]));
  const plans = new Map((await store.list('plan', scope)).map((plan) => [plan.id, plan]));
  const outside = publicScope(Temporal.Instant.from(scope.at));
  const open = new Set(
    records.filter((record) => isKind(record, 'campaign') && canSee(outside, guardOf(record))).map(idOf),
  );
  const context: EntryContext = {
    labels: feedLabels(locale),
    nameOf: (id) => names.get(id) ?? '',
    urlOf: (id) => (open.has(id) ? `${publicUrl}/campagnes/${id.slice('campaign/'.length)}` : undefined),
  };
  const isNamed = (id: unknown) => typeof id !== 'string' || names.has(id);
  return records.flatMap((record) => {
    if (isKind(record, 'campaign')) return campaignEntry(namedParts(record, isNamed), context) ?? [];
    if (!isKind(record, 'action')) return [];
    const plan = plans.get(record.plan);
    const action: Action = { ...record, leads: record.leads.filter(isNamed) };
    return plan ? actionEntries(action, plan, context) : [];
  });
}

function idOf({ id }: AnyRecord): string {
  return id;
}

/** The campaign without the terms and organisations whose names this reader may not see. */
function namedParts(campaign: Campaign, isNamed: (id: unknown) => boolean): Campaign {
  return {
    ...campaign,
    audiences: campaign.audiences.filter(isNamed),
    forms: campaign.forms.filter(isNamed),
    topics: campaign.topics.filter(isNamed),
    regions: campaign.regions.filter(isNamed),
    leads: campaign.leads.filter((lead) => isNamed(lead.organisation)),
  };
}
