import type { Actor } from '../access/actor.ts';
import { PROGRAM } from '../access/actor.ts';
import { scopeOf } from '../access/visibility.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';

/** The person as an actor, with the groups of the own organisation; undefined for unknown or inactive ones. */
export async function actorOf(
  store: Store,
  id: Id<'person'>,
  at: Temporal.Instant,
): Promise<Actor | undefined> {
  const person = await store.get(id);
  if (!person?.active) return undefined;
  const groups = await store.linked('group', 'member', person.organisation, scopeOf(PROGRAM, at));
  return {
    person: id,
    role: person.role,
    organisations: [person.organisation],
    groups: groups.map((group) => group.id),
    locale: person.locale,
    zone: person.zone,
  };
}
