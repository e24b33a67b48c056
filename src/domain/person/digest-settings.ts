import { isCoordinator, require } from '../access/may.ts';
import { type By, changeOne } from '../change-one.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import type { Person } from './person.ts';

/** When someone's weekly digest comes, and whether. */
export type DigestSettings = Person['digest'];

/** Changes someone's digest; what is not given stays. One's own, or a coordinator anyone's. */
export function changeDigest(
  store: Store,
  by: By,
  id: Id<'person'>,
  edit: Partial<DigestSettings>,
): Promise<Person> {
  return changeOne(store, by, 'person.digest', id, (person) => {
    require(by.actor.person === id || isCoordinator(by.actor), 'coordinators-only');
    return { ...person, digest: { ...person.digest, ...edit } };
  });
}
