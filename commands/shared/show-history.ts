import type { Context } from '../../src/command/command.ts';
import { refreshable } from '../../src/command/refreshable.ts';
import { maySpeakFor } from '../../src/domain/access/may.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { lookBack } from '../../src/domain/evaluation/history.ts';
import { isEvaluable, ownEvaluators } from '../../src/domain/evaluation/may-evaluate.ts';
import type { Message } from '../../src/reply/reply.ts';
import { campaignHistory } from '../../src/views/campaign-history.ts';
import { viewOf } from '../../src/views/view-of.ts';

/** What a campaign brought, as far as the reader may see, with the way to evaluate it. */
export async function showCampaignHistory(context: Context, campaign: Campaign): Promise<Message> {
  const { store, scope, actor, audience, today } = context;
  const looked = await lookBack(store, scope, campaign);
  const answers = await store.linked('participation', 'campaign', campaign.id, scope);
  const may = isEvaluable(campaign, today.toString()) && ownEvaluators(actor, campaign, answers).length > 0;
  const own = looked.evaluations.filter(({ organisation }) => maySpeakFor(actor, organisation));
  const view = await viewOf(context, [campaign, ...looked.evaluations]);
  const message = campaignHistory(looked, { evaluates: may, own }, view);
  return refreshable({ ...message, audience }, 'terugblik', { wat: campaign.id });
}
