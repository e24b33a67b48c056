import type { Campaign } from './campaign.ts';

/** What a campaign still lacks before it is planned and not only scheduled (practice BP-20). */
export type Missing =
  | 'aim'
  | 'behaviour'
  | 'audience'
  | 'measure'
  | 'message'
  | 'materials'
  | 'lead'
  | 'dates';

/** Empty when all is there; an inhaakmoment is nobody's to prepare and lacks nothing. */
export function missingFrom(campaign: Campaign): Missing[] {
  if (campaign.type === 'inhaakmoment' || campaign.progress === 'cancelled') return [];
  const missing: Missing[] = [];
  if (!campaign.aim) missing.push('aim');
  if (!campaign.behaviour) missing.push('behaviour');
  if (campaign.audiences.length === 0) missing.push('audience');
  if (!campaign.measure) missing.push('measure');
  if (!campaign.message) missing.push('message');
  if (campaign.materials.length === 0) missing.push('materials');
  if (campaign.leads.length === 0) missing.push('lead');
  if (campaign.dateState !== 'confirmed') missing.push('dates');
  return missing;
}
