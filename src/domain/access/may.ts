import { Refusal } from '../../core/errors.ts';
import type { Campaign } from '../campaign/campaign.ts';
import type { Measure } from '../measure/measure.ts';
import type { Action } from '../plan/plan.ts';
import type { Practice } from '../practice/practice.ts';
import type { Id } from '../shared/record.ts';
import type { Actor } from './actor.ts';

/** Who may change what. Reading is visibility.ts; these two are the whole policy. */

/** Coordinators, and the program itself. */
export function isCoordinator(actor: Actor): boolean {
  return actor.role === 'coordinator' || actor.role === 'program';
}

/** Partners of an organisation that leads the campaign or brought it in, and coordinators. */
export function mayEditCampaign(actor: Actor, campaign: Campaign): boolean {
  if (isCoordinator(actor)) return true;
  const organisations = [...campaign.leads.map((lead) => lead.organisation), campaign.owner];
  return (
    actor.role === 'partner' &&
    organisations.some((id) => id !== undefined && actor.organisations.includes(id))
  );
}

/** Partners of the organisation that brought the practice in, and coordinators. */
export function mayEditPractice(actor: Actor, { owner }: Pick<Practice, 'owner'>): boolean {
  if (isCoordinator(actor)) return true;
  return actor.role === 'partner' && owner !== undefined && actor.organisations.includes(owner);
}

/** Partners of an organisation that carries the measure out, and coordinators. */
export function mayEditMeasure(actor: Actor, { organisations }: Pick<Measure, 'organisations'>): boolean {
  if (isCoordinator(actor)) return true;
  return actor.role === 'partner' && organisations.some((id) => actor.organisations.includes(id));
}

/** Partners and coordinators, for an organisation of their own. */
export function mayPropose(actor: Actor): boolean {
  return (actor.role === 'partner' || isCoordinator(actor)) && actor.organisations.length > 0;
}

/** Partners of an organisation that leads the action; one without a lead is the coordinators'. */
export function mayReportOn(actor: Actor, action: Action): boolean {
  if (isCoordinator(actor)) return true;
  return actor.role === 'partner' && action.leads.some((party) => isOneOf(actor.organisations, party));
}

/** Partners speak for their own organisation, coordinators for any. */
export function maySpeakFor(actor: Actor, organisation: Id<'organisation'>): boolean {
  return isCoordinator(actor) || (actor.role === 'partner' && actor.organisations.includes(organisation));
}

/** Refuses unless it is allowed. */
export function require(
  allowed: boolean,
  code:
    | 'not-yours'
    | 'not-yours-feed'
    | 'not-yours-signal'
    | 'coordinators-only'
    | 'other-organisation'
    | 'not-your-practice'
    | 'not-your-measure',
): void {
  if (!allowed) throw new Refusal(code);
}

function isOneOf(organisations: readonly string[], party: unknown): boolean {
  return typeof party === 'string' && organisations.includes(party);
}
