import { Refusal } from '../../core/errors.ts';
import type { Actor } from '../access/actor.ts';
import { maySpeakFor } from '../access/may.ts';
import type { Campaign } from '../campaign/campaign.ts';
import type { Participation } from '../participation/participation.ts';
import type { Id } from '../shared/record.ts';

/** The organisations that can say what a campaign brought: who leads it, brought it in, or joins. */
export function evaluators(
  campaign: Campaign,
  participations: readonly Participation[],
): Id<'organisation'>[] {
  const leads = campaign.leads.map(({ organisation }) => organisation);
  const joining = participations.filter(({ answer }) => answer === 'joins');
  const all = [...leads, campaign.owner, ...joining.map(({ organisation }) => organisation)];
  return [...new Set(all.filter((id) => id !== undefined))];
}

/** The evaluators that this person speaks for; a coordinator may write down what any of them says. */
export function ownEvaluators(
  actor: Actor,
  campaign: Campaign,
  participations: readonly Participation[],
): Id<'organisation'>[] {
  return evaluators(campaign, participations).filter((organisation) => maySpeakFor(actor, organisation));
}

/** Whether there is something to evaluate on a day (ISO date): it has begun, and was not cancelled. */
export function isEvaluable({ type, progress, period }: Campaign, today: string): boolean {
  return type === 'campaign' && progress === 'planned' && !!period && period.start <= today;
}

/** Refuses a campaign that cannot be evaluated yet, or at all, with the reason. */
export function checkEvaluable(campaign: Campaign, today: string): void {
  if (campaign.type === 'inhaakmoment') throw new Refusal('evaluation-inhaakmoment', {}, 'campagne');
  if (campaign.progress === 'cancelled') throw new Refusal('campaign-cancelled');
  if (!isEvaluable(campaign, today)) throw new Refusal('evaluation-early', {}, 'campagne');
}
