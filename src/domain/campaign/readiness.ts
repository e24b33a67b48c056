import type { Participation } from '../participation/participation.ts';
import type { Task } from '../task/task.ts';
import type { Campaign } from './campaign.ts';

/** What a campaign still lacks before it is planned and not only scheduled (practice BP-20). */
export type Missing =
  | 'aim'
  | 'behaviour'
  | 'audience'
  | 'measure'
  | 'message'
  | 'materials'
  | 'partners'
  | 'tasks'
  | 'lead'
  | 'dates';

/** What is kept beside a campaign: without it, partners and tasks are not looked at. */
export interface Beside {
  tasks: readonly Task[];
  participations: readonly Participation[];
}

/** Empty when all is there; an inhaakmoment is nobody's to prepare and lacks nothing. */
export function missingFrom(campaign: Campaign, beside?: Beside): Missing[] {
  if (campaign.type === 'inhaakmoment' || campaign.progress === 'cancelled') return [];
  const missing: Missing[] = [];
  if (!campaign.aim) missing.push('aim');
  if (!campaign.behaviour) missing.push('behaviour');
  if (campaign.audiences.length === 0) missing.push('audience');
  if (!campaign.measure) missing.push('measure');
  if (!campaign.message) missing.push('message');
  if (campaign.materials.length === 0) missing.push('materials');
  if (beside && !beside.participations.some(({ answer }) => answer === 'joins')) missing.push('partners');
  if (beside?.tasks.length === 0) missing.push('tasks');
  if (campaign.leads.length === 0) missing.push('lead');
  if (campaign.dateState !== 'confirmed') missing.push('dates');
  return missing;
}
