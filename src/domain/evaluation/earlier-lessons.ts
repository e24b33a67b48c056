import type { Scope } from '../access/visibility.ts';
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

/**
 * Evaluations of earlier campaigns like this one that the scope may see, the likest first: editions of the same
 * series, then those that share forms and topics, then audiences; of equals the newest. At most one per campaign.
 */
export async function earlierLessons(
  store: Store,
  scope: Scope,
  like: Likeness,
  limit: number,
): Promise<EarlierEvaluation[]> {
  const evaluations = await store.list('evaluation', scope);
  const campaigns = await store.getMany(evaluations.map(({ campaign }) => campaign));
  const scored = evaluations.flatMap((evaluation) => {
    const campaign = pick(campaigns, evaluation.campaign);
    if (!campaign || campaign.id === like.id) return [];
    const likeness = likenessOf(campaign, like);
    return likeness > 0 ? [{ campaign, evaluation, likeness }] : [];
  });
  scored.sort((a, b) => b.likeness - a.likeness || (lastDay(a.campaign) < lastDay(b.campaign) ? 1 : -1));
  const perCampaign = new Map(scored.toReversed().map((one) => [one.campaign.id, one]));
  return scored.filter((one) => perCampaign.get(one.campaign.id) === one).slice(0, limit);
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
