import { Refusal } from '../../core/errors.ts';
import { isCoordinator, mayEditCampaign, require } from '../access/may.ts';
import { type By, changeOne } from '../change-one.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import type { Campaign } from './campaign.ts';

/** A coordinator approves a proposal: it is planned from then on, and the public may see it. */
export function approveCampaign(store: Store, by: By, id: Id<'campaign'>): Promise<Campaign> {
  return changeOne(store, by, 'campaign.approve', id, (campaign) => {
    require(isCoordinator(by.actor), 'coordinators-only');
    if (campaign.progress !== 'proposed') throw new Refusal('not-a-proposal', { title: campaign.title });
    return {
      ...campaign,
      progress: 'planned',
      approvedAt: by.at.toString(),
      ...(by.actor.person ? { approvedBy: by.actor.person } : {}),
    };
  });
}

/** Cancels a campaign; it stays in the calendar and in the feeds as cancelled. */
export function cancelCampaign(store: Store, by: By, id: Id<'campaign'>, reason: string): Promise<Campaign> {
  return changeOne(store, by, 'campaign.cancel', id, (campaign) => {
    require(mayEditCampaign(by.actor, campaign), 'not-yours');
    if (campaign.progress === 'cancelled') throw new Refusal('campaign-cancelled');
    const withdrawn = campaign.progress === 'proposed' ? { neverApproved: true as const } : {};
    return {
      ...campaign,
      ...withdrawn,
      progress: 'cancelled',
      cancelledReason: reason,
      cancelledAt: by.at.toString(),
      ...(by.actor.person ? { cancelledBy: by.actor.person } : {}),
    };
  });
}

/** A cancelled campaign goes on after all, or it is now known that an uncertain one takes place. */
export function reviveCampaign(store: Store, by: By, id: Id<'campaign'>): Promise<Campaign> {
  return changeOne(store, by, 'campaign.revive', id, (campaign) => {
    require(mayEditCampaign(by.actor, campaign), 'not-yours');
    if (campaign.progress !== 'cancelled' && campaign.dateState !== 'uncertain')
      throw new Refusal('campaign-goes-on-already', { title: campaign.title });
    const { cancelledReason: _reason, cancelledAt: _at, cancelledBy: _by, neverApproved, ...rest } = campaign;
    const approved = (!neverApproved && campaign.progress !== 'proposed') || isCoordinator(by.actor);
    const dateState =
      campaign.dateState === 'uncertain' ? (campaign.period ? 'provisional' : 'unknown') : campaign.dateState;
    const approval = campaign.approvedAt ?? (approved ? by.at.toString() : undefined);
    return { ...rest, dateState, approvedAt: approval, progress: approved ? 'planned' : 'proposed' };
  });
}
