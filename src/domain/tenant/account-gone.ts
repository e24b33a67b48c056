import { Refusal } from '../../core/errors.ts';
import { PROGRAM } from '../access/actor.ts';
import { scopeOf } from '../access/visibility.ts';
import { changeOne } from '../change-one.ts';
import { handOver } from '../person/hand-over.ts';
import type { Person } from '../person/person.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import type { Account } from './account.ts';

export type Left = 'unknown' | 'account-removed' | 'handed-over' | 'last-coordinator';

/**
 * An account was switched off, or became a guest's: it opens nothing any more. When it was the person's last one,
 * everything goes to the stand-in, else to a contact of the organisation, else to nobody: coordinators receive then.
 */
export async function accountGone(store: Store, at: Temporal.Instant, account: Account): Promise<Left> {
  const found = await store.personWith(account);
  if (!found) return 'unknown';
  const by = { actor: PROGRAM, at };
  const isLast = found.active && found.identities.every((one) => isSame(one, account));
  // Handed over first: should the program end in between, the account opens nothing, and nothing is left behind.
  const left = isLast ? await handedOver(store, found, at) : 'account-removed';
  await changeOne(store, by, 'person.account-gone', found.id, (person) => ({
    ...person,
    identities: person.identities.filter((one) => !isSame(one, account)),
  }));
  return left;
}

async function handedOver(store: Store, person: Person, at: Temporal.Instant): Promise<Left> {
  try {
    await handOver(store, { actor: PROGRAM, at }, person.id, await successorOf(store, person, at));
    return 'handed-over';
  } catch (error) {
    if (error instanceof Refusal && error.code === 'last-coordinator') return 'last-coordinator';
    throw error;
  }
}

async function successorOf(
  store: Store,
  { id, standIn, organisation }: Person,
  at: Temporal.Instant,
): Promise<Id<'person'> | undefined> {
  const standsIn = standIn && (await store.get(standIn));
  if (standsIn?.active) return standsIn.id;
  const colleagues = await store.linked('person', 'organisation', organisation, scopeOf(PROGRAM, at));
  return colleagues.find((one) => one.id !== id && one.active && one.contact)?.id;
}

function isSame(one: Account, other: Account): boolean {
  return one.platform === other.platform && one.tenant === other.tenant && one.user === other.user;
}
