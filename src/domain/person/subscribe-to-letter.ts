import { require } from '../access/may.ts';
import { type By, changeOne } from '../change-one.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import type { Person } from './person.ts';

/** Whether someone gets the newsletter: only they themselves say so. */
export function subscribeToLetter(store: Store, by: By, id: Id<'person'>, letter: boolean): Promise<Person> {
  return changeOne(store, by, 'person.letter', id, (person) => {
    require(by.actor.person === id, 'coordinators-only');
    return { ...person, letter };
  });
}
