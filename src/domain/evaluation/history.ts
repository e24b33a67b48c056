import { guardOf } from '../access/guard.ts';
import { canSee, type Scope } from '../access/visibility.ts';
import { calendarSpan } from '../campaign/calendar-entry.ts';
import type { Campaign } from '../campaign/campaign.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import type { Evaluation } from './evaluation.ts';

/** One campaign with what organisations said that it brought. */
export interface Looked {
  campaign: Campaign;
  evaluations: readonly Evaluation[];
}

/** A campaign with the evaluations that the scope may see, the first that was written first. */
export async function lookBack(store: Store, scope: Scope, campaign: Campaign): Promise<Looked> {
  const evaluations = await store.linked('evaluation', 'campaign', campaign.id, scope);
  return { campaign, evaluations: evaluations.toSorted((a, b) => (a.at < b.at ? -1 : 1)) };
}

/**
 * Every edition of a series that the scope may see with its evaluations: what has begun by a day (ISO date) first, the
 * newest before the others; then what is to come, the soonest first.
 */
export async function seriesHistory(
  store: Store,
  scope: Scope,
  series: Id<'series'>,
  today: string,
): Promise<Looked[]> {
  const editions = await store.linked('campaign', 'series', series, scope);
  const looked = await Promise.all(editions.map((edition) => lookBack(store, scope, edition)));
  const [past, coming] = [true, false].map((begun) =>
    looked.filter(({ campaign }) => firstDay(campaign) <= today === begun),
  );
  const byDay = (a: Looked, b: Looked): number => (firstDay(a.campaign) < firstDay(b.campaign) ? -1 : 1);
  return [...(past ?? []).sort(byDay).reverse(), ...(coming ?? []).sort(byDay)];
}

/** The campaigns that were evaluated, by the day of their last evaluation, the newest first. */
export async function lastEvaluated(store: Store, scope: Scope): Promise<Looked[]> {
  const all = Map.groupBy(await store.list('evaluation', scope), ({ campaign }) => campaign);
  const campaigns = await store.getMany([...all.keys()]);
  const looked = [...all].flatMap(([id, evaluations]) => {
    const campaign = campaigns.get(id) as Campaign | undefined;
    return campaign && canSee(scope, guardOf(campaign)) ? [{ campaign, evaluations }] : [];
  });
  const last = ({ evaluations }: Looked): string =>
    evaluations
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? '';
  return looked.sort((a, b) => (last(a) < last(b) ? 1 : -1));
}

function firstDay(campaign: Campaign): string {
  return calendarSpan(campaign)?.first ?? '9999';
}
