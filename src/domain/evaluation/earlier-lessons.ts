import { guardOf } from '../access/guard.ts';
import { canSee, type Scope } from '../access/visibility.ts';
import type { Campaign } from '../campaign/campaign.ts';
import type { Store } from '../ports.ts';
import { pick } from '../records.ts';
import type { Evaluation } from './evaluation.ts';

/** What is compared to find campaigns like one that is to come. */
export type Likeness = Pick<Campaign, 'forms' | 'audiences' | 'topics' | 'series'> & { id?: Campaign['id'] };

export interface EarlierEvaluation {
  campaign: Campaign;
  evaluation: Evaluation;
}

/** A campaign that is over, with all that the reader may see of what it brought. */
export interface EarlierCampaign {
  campaign: Campaign;
  evaluations: readonly Evaluation[];
}

/**
 * Earlier campaigns like this one that were evaluated, as far as the scope may see, the likest first: editions of the
 * same series, then those that share forms and topics, then audiences; of equals the newest.
 */
export async function earlierLessons(
  store: Store,
  scope: Scope,
  like: Likeness,
  limit: number,
): Promise<EarlierCampaign[]> {
  const told = Map.groupBy(await store.list('evaluation', scope), ({ campaign }) => campaign);
  const campaigns = await store.getMany([...told.keys()]);
  const scored = [...told].flatMap(([id, evaluations]) => {
    const campaign = pick(campaigns, id);
    if (!campaign || campaign.id === like.id || !canSee(scope, guardOf(campaign))) return [];
    const likeness = likenessOf(campaign, like);
    return likeness > 0 ? [{ campaign, evaluations, likeness }] : [];
  });
  scored.sort((a, b) => b.likeness - a.likeness || (lastDay(a.campaign) < lastDay(b.campaign) ? 1 : -1));
  return scored.slice(0, limit);
}

/** The same series outweighs all that can be shared beside it. */
function likenessOf(campaign: Campaign, like: Likeness): number {
  const shared = (own: readonly string[], other: readonly string[]): number =>
    own.filter((id) => other.includes(id)).length;
  const sameSeries = like.series !== undefined && like.series === campaign.series;
  return (
    (sameSeries ? 1_000 : 0) +
    2 * shared(campaign.forms, like.forms) +
    2 * shared(campaign.topics, like.topics) +
    shared(campaign.audiences, like.audiences)
  );
}

function lastDay({ period }: Campaign): string {
  return period?.end ?? '';
}
