import { Refusal } from '../../core/errors.ts';
import type { Actor } from '../access/actor.ts';
import { isCoordinator, maySpeakFor } from '../access/may.ts';
import type { Id } from '../shared/record.ts';
import type { Signal } from './signal.ts';

/** Who says something about signals, and for which organisation. */
export interface Speaker {
  person: Id<'person'>;
  organisation: Id<'organisation'>;
}

/** The asker, for the organisation of their own; refuses readers, and whoever has none. */
export function speakerOf({ person, organisations, role }: Actor): Speaker {
  const [organisation] = organisations;
  const acts = role === 'partner' || role === 'coordinator';
  if (!person || !organisation || !acts) throw new Refusal('no-organisation');
  return { person, organisation };
}

/** Whether the asker may correct and close it: the organisation that shared it, and coordinators. */
export function mayClose(actor: Actor, { organisation }: Pick<Signal, 'organisation'>): boolean {
  return isCoordinator(actor) || maySpeakFor(actor, organisation);
}

/** Whether the asker can still say that their organisation sees it too. */
export function mayConfirm(actor: Actor, signal: Signal): boolean {
  const acts = (actor.role === 'partner' || actor.role === 'coordinator') && actor.person !== undefined;
  return acts && signal.state === 'open' && organisationToConfirm(actor, signal) !== undefined;
}

/** The first of the asker's organisations that has not said yet that it sees it. */
export function organisationToConfirm(
  { organisations }: Actor,
  { organisation: owner, confirmations }: Signal,
): Id<'organisation'> | undefined {
  const known = [owner, ...confirmations.map(({ organisation }) => organisation)];
  return organisations.find((one) => !known.includes(one));
}

/** Refuses to show a signal to a group that the asker is not in; a coordinator may name any. */
export function requireMayName(actor: Actor, shownTo: string): void {
  const isOther = shownTo.startsWith('group/') && !actor.groups.some((one) => one === shownTo);
  if (isOther && !isCoordinator(actor)) throw new Refusal('signal-other-group', {}, 'groep');
}

/** Refuses what makes no sense any more once it is closed. */
export function requireOpen({ state }: Signal): void {
  if (state === 'closed') throw new Refusal('signal-closed');
}
