import type { Actor } from '../domain/access/actor.ts';
import { isCoordinator, mayEditCampaign, mayPropose } from '../domain/access/may.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import { phaseOf } from '../domain/campaign/phase.ts';
import { ownEvaluators } from '../domain/evaluation/may-evaluate.ts';
import type { Participation } from '../domain/participation/participation.ts';
import type { Action } from '../reply/reply.ts';
import type { View } from './view.ts';

/** The buttons that make sense for this reader on this campaign, the likeliest first. */
export function campaignActions(
  campaign: Campaign,
  participations: readonly Participation[],
  actor: Actor,
  { t, today }: View,
): Action[] {
  const button = (label: string, command: string, more: Partial<Action> = {}): Action => ({
    label,
    command,
    args: { campagne: campaign.id, ...more.args },
    version: campaign.version,
    ...(more.style ? { style: more.style } : {}),
    ...(more.opensForm ? { opensForm: true } : {}),
  });
  const actions: Action[] = [];
  const mine = mayEditCampaign(actor, campaign);
  const lives = campaign.progress !== 'cancelled';
  if (campaign.progress === 'proposed' && isCoordinator(actor))
    actions.push(button(t('do.approve'), 'goedkeuren', { style: 'primary' }));
  const over = phaseOf(campaign, today) === 'finished';
  if (over && campaign.type === 'campaign' && ownEvaluators(actor, campaign, participations).length > 0)
    actions.push({
      label: t('do.evaluate'),
      command: 'evaluatie',
      args: { campagne: campaign.id },
      opensForm: true,
      style: 'primary',
    });
  if (campaign.type === 'campaign' && actor.role !== 'outsider' && (over || campaign.series))
    actions.push({ label: t('do.look-back'), command: 'terugblik', args: { wat: campaign.id } });
  if (lives && mine && campaign.dateState !== 'confirmed')
    actions.push(button(t('do.confirm-date'), 'bevestig-datum', { opensForm: true }));
  if (lives && !over && actor.role !== 'outsider' && actor.role !== 'reader' && campaign.type === 'campaign')
    actions.push(button(t('do.join'), 'meedoen', { opensForm: true }));
  if (lives && actor.role !== 'outsider')
    actions.push({ label: t('do.overlap'), command: 'overlap', args: { campagne: campaign.id } });
  if (mine && lives) {
    actions.push(button(t('do.edit'), 'wijzig', { opensForm: true }));
    actions.push(button(t('do.move'), 'verzet', { opensForm: true }));
    if (!over) {
      actions.push(button(t('do.add-task'), 'taak', { args: { doe: 'toevoegen' }, opensForm: true }));
      actions.push(button(t('do.cancel'), 'vervalt', { opensForm: true, style: 'danger' }));
    }
  }
  if (mine && (!lives || campaign.dateState === 'uncertain'))
    actions.push(button(t('do.goes-on'), 'gaat-door'));
  return actions;
}

/** Starts a new campaign for what was asked about; only for whoever may propose one, and never a period. */
export function newCampaignAction(actor: Actor, asked: Action['args'], { t }: Pick<View, 't'>): Action[] {
  if (!mayPropose(actor)) return [];
  const { doelgroep, vorm } = asked;
  const args = { ...(doelgroep ? { doelgroep } : {}), ...(vorm ? { vorm } : {}) };
  return [{ label: t('do.new'), command: 'nieuw', args, opensForm: true }];
}
