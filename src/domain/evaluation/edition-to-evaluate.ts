import type { Scope } from '../access/visibility.ts';
import type { Campaign } from '../campaign/campaign.ts';
import type { Store } from '../ports.ts';
import { isEvaluable } from './may-evaluate.ts';

/**
 * The edition that is meant when somebody evaluates: the one that was named, or, while that is still to come, the
 * last one of its series that has begun (a name means the coming edition). The named one when there is none.
 */
export async function editionToEvaluate(
  store: Store,
  scope: Scope,
  named: Campaign,
  today: string,
): Promise<Campaign> {
  if (isEvaluable(named, today) || !named.series || named.progress === 'cancelled') return named;
  const editions = await store.linked('campaign', 'series', named.series, scope);
  const begun = editions.filter((edition) => isEvaluable(edition, today));
  begun.sort((a, b) => ((a.period?.start ?? '') < (b.period?.start ?? '') ? 1 : -1));
  return begun[0] ?? named;
}
