import type { Id, Visibility } from '../shared/record.ts';
import type { Actor } from './actor.ts';

/** What an actor may read, in the terms that both this module and the store's queries use. */
export interface Scope {
  /** Coordinators and the program read everything. */
  everything: boolean;
  /** Anyone of a linked organisation reads what is for partners. */
  partners: boolean;
  /** Partners read what is for their own organisations and groups; readers do not. */
  organisations: readonly Id<'organisation'>[];
  groups: readonly Id<'group'>[];
  /** The moment of asking, for embargoes; an ISO instant. */
  at: string;
}

/** The part of a record that decides who sees it. `restricted`: not for the public whatever it says. */
export interface Guarded {
  visibility: Visibility;
  owner?: Id<'organisation'> | undefined;
  embargoUntil?: string | undefined;
  /** The organisations that lead it: it is theirs as much as the owner's. */
  leads: readonly Id[];
  restricted: boolean;
  /** Only for who acts for an organisation: of a reader it is not known that they belong there. */
  closed: boolean;
}

/** What this actor may read at this moment (DESIGN section 2, "Visibility"). */
export function scopeOf(actor: Actor, at: Temporal.Instant): Scope {
  const acts = actor.role === 'partner' || actor.role === 'coordinator';
  return {
    everything: actor.role === 'coordinator' || actor.role === 'program',
    partners: actor.role !== 'outsider',
    organisations: acts ? actor.organisations : [],
    groups: acts ? actor.groups : [],
    at: at.toString(),
  };
}

/** What anyone may read: also what a channel reads, since its weakest member is not known. */
export function publicScope(at: Temporal.Instant): Scope {
  return { everything: false, partners: false, organisations: [], groups: [], at: at.toString() };
}

/** The rule itself: one place, mirrored in SQL by store/visible.ts and held equal by a test. */
export function canSee(scope: Scope, record: Guarded): boolean {
  if (scope.everything) return true;
  if (record.owner && scope.organisations.includes(record.owner)) return true;
  if (record.leads.some((id) => scope.organisations.includes(id as Id<'organisation'>))) return true;
  if (record.visibility === 'public' || record.visibility === 'partners') {
    if (scope.partners) return !record.closed || scope.organisations.length > 0;
    return record.visibility === 'public' && !record.restricted && !isEmbargoed(record, scope.at);
  }
  if (record.visibility === 'organisation') return false;
  return scope.groups.includes(record.visibility);
}

/** Whether the public must still wait for this at a moment (an ISO instant). */
export function isEmbargoed({ embargoUntil }: Pick<Guarded, 'embargoUntil'>, at: string): boolean {
  if (!embargoUntil) return false;
  return Temporal.Instant.compare(Temporal.Instant.from(embargoUntil), Temporal.Instant.from(at)) > 0;
}
