import type { Context } from '../../src/command/command.ts';
import { refreshable } from '../../src/command/refreshable.ts';
import { Refusal } from '../../src/core/errors.ts';
import { guardOf } from '../../src/domain/access/guard.ts';
import { mayEditCampaign, require } from '../../src/domain/access/may.ts';
import { canSee, publicScope } from '../../src/domain/access/visibility.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { checkMayPlan } from '../../src/domain/campaign/edit-campaign.ts';
import { phaseOf } from '../../src/domain/campaign/phase.ts';
import { visibleRecord } from '../../src/domain/change-one.ts';
import { knownBefore } from '../../src/domain/evaluation/known-before.ts';
import type { Id } from '../../src/domain/shared/record.ts';
import { newestSignals } from '../../src/domain/signal/find-signals.ts';
import { inOrder } from '../../src/domain/task/in-order.ts';
import type { MessageKey, MessageParams } from '../../src/i18n/translate.ts';
import type { Message, Section } from '../../src/reply/reply.ts';
import { campaignCard } from '../../src/views/campaign-card.ts';
import { viewOf } from '../../src/views/view-of.ts';

/** A campaign's card with its tasks, participants and fitting practices, as far as the reader may see. */
export async function showCampaign(context: Context, campaign: Campaign): Promise<Message> {
  const { store, scope, actor, audience } = context;
  const tasks = inOrder(await store.linked('task', 'campaign', campaign.id, scope), campaign);
  const participations = await store.linked('participation', 'campaign', campaign.id, scope);
  const known = isOver(context, campaign) ? undefined : await knownBefore(store, scope, campaign);
  const told = known?.earlier.flatMap(({ evaluations }) => evaluations) ?? [];
  const signals = newestSignals(await store.linked('signal', 'campaign', campaign.id, scope));
  const view = await viewOf(context, [campaign, ...tasks, ...participations, ...told, ...signals]);
  const card = campaignCard(campaign, { tasks, participations, known, signals }, actor, view);
  const isPublic = canSee(publicScope(context.now), guardOf(campaign));
  const sections = [...card.sections, ...(audience === 'channel' ? [forReaders(context, campaign)] : [])];
  const shown = { ...card, sections, audience, ...(isPublic ? {} : { shareable: false }) };
  return refreshable(shown, 'toon', { wat: campaign.id });
}

function isOver({ today }: Context, campaign: Campaign): boolean {
  return ['finished', 'cancelled'].includes(phaseOf(campaign, today));
}

/** Who reads along in a channel can go on from the card, each with their own rights. */
function forReaders({ t }: Context, { id, type, progress }: Campaign): Section {
  const show = { label: t('do.show'), command: 'toon', args: { wat: id } };
  const join = { label: t('do.join'), command: 'meedoen', args: { campagne: id }, opensForm: true };
  const canJoin = type === 'campaign' && progress !== 'cancelled';
  return { type: 'actions', actions: canJoin ? [show, join] : [show] };
}

/** The card after a change, led by what was done. */
export async function showChanged(
  context: Context,
  campaign: Campaign,
  done: MessageKey,
  params?: MessageParams,
): Promise<Message> {
  const card = await showCampaign(context, campaign);
  return {
    ...card,
    sections: [{ type: 'notice', tone: 'success', text: context.t(done, params) }, ...card.sections],
  };
}

/** The stored campaign, or a refusal when it does not exist for this reader. */
export async function campaignFor(context: Context, id: Id<'campaign'>): Promise<Campaign> {
  const campaign = visibleRecord(await context.store.getMany([id]), id, context.by);
  if (!canSee(context.scope, guardOf(campaign))) throw new Refusal('not-found');
  return campaign;
}

/** The same, refused to whoever may not change it: before a form or preview is shown in vain. */
export async function campaignToEdit(context: Context, id: Id<'campaign'>): Promise<Campaign> {
  const campaign = await campaignFor(context, id);
  require(mayEditCampaign(context.actor, campaign), 'not-yours');
  return campaign;
}

/** The same, for whoever is about to change when it takes place. */
export async function campaignToPlan(context: Context, id: Id<'campaign'>): Promise<Campaign> {
  const campaign = await campaignFor(context, id);
  checkMayPlan(context.by, campaign);
  return campaign;
}
