import { Refusal } from '../../core/errors.ts';
import { PROGRAM } from '../access/actor.ts';
import { scopeOf } from '../access/visibility.ts';
import type { Store } from '../ports.ts';
import { type AnyRecord, pick } from '../records.ts';
import type { Id } from '../shared/record.ts';
import type { Person } from './person.ts';

/** The other active coordinators, to read along with a change that may take one away. */
export async function otherCoordinators(
  store: Store,
  id: Id<'person'>,
  at: Temporal.Instant,
): Promise<Id<'person'>[]> {
  const people = await store.list('person', scopeOf(PROGRAM, at));
  return people.filter((one) => one.id !== id && !one.demo && isCoordinating(one)).map((one) => one.id);
}

/** Without any coordinator nobody could approve, confirm or give roles: the last one stays. */
export function requireCoordinatorLeft(
  leaving: Person,
  others: readonly Id<'person'>[],
  current: ReadonlyMap<string, AnyRecord>,
): void {
  if (!isCoordinating(leaving) || leaving.demo) return;
  if (!others.some((id) => isCoordinating(pick(current, id)))) throw new Refusal('last-coordinator');
}

function isCoordinating(person: Person | undefined): boolean {
  return person?.active === true && person.role === 'coordinator';
}
