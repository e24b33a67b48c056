import { todayAt } from '../../core/clock.ts';
import { Refusal } from '../../core/errors.ts';
import type { IdSource } from '../../core/ids.ts';
import { maySpeakFor, require } from '../access/may.ts';
import { type By, changeOne, visibleRecord } from '../change-one.ts';
import type { Store } from '../ports.ts';
import type { AnyRecord } from '../records.ts';
import type { Id } from '../shared/record.ts';
import { type Contact, contact } from './contact.ts';
import { withoutReach } from './without-reach.ts';

/** What is told of a contact. `validUntil` is the last day on which it may be relied on; it cannot be past. */
export interface ContactSaid {
  forms: Id<'form'>[];
  role: string;
  name: string | undefined;
  reach: string;
  validUntil: string;
}

/** Adds a contact of an organisation: one's own, for a coordinator any. */
export async function addContact(
  store: Store,
  by: By,
  ids: IdSource,
  organisation: Id<'organisation'>,
  said: ContactSaid,
): Promise<Contact> {
  requireToCome(said.validUntil, by);
  const made = contact.parse({
    ...said,
    id: `contact/${organisation.slice('organisation/'.length).slice(0, 60)}-${ids()}`,
    organisation,
    owner: organisation,
    ...(by.actor.person ? { by: by.actor.person } : {}),
  });
  const changed = await store.change<Id<'contact'>>({
    actor: by.actor,
    action: 'contact.add',
    at: by.at,
    ids: [organisation],
    ...(by.key === undefined ? {} : { key: by.key }),
    decide: (current) => {
      visibleRecord(current, organisation, by);
      require(maySpeakFor(by.actor, organisation), 'other-organisation');
      return { put: [made as AnyRecord], result: made.id };
    },
  });
  return visibleRecord(await store.getMany([changed.result]), changed.result, by);
}

/** Changes what is told of a contact, or until when it holds. The organisation stays. */
export function editContact(
  store: Store,
  by: By,
  id: Id<'contact'>,
  edit: Partial<ContactSaid>,
): Promise<Contact> {
  if (edit.validUntil !== undefined) requireToCome(edit.validUntil, by);
  return changeOne(store, by, 'contact.edit', id, (one) => {
    require(maySpeakFor(by.actor, one.organisation), 'other-organisation');
    if (one.removed) throw new Refusal('not-found');
    return { ...one, ...edit };
  });
}

/** Takes a contact away: who it is and how to reach them are kept nowhere. */
export function removeContact(store: Store, by: By, id: Id<'contact'>): Promise<Contact> {
  return changeOne(store, by, 'contact.remove', id, (one) => {
    require(maySpeakFor(by.actor, one.organisation), 'other-organisation');
    return withoutReach(one);
  });
}

function requireToCome(validUntil: string, { at }: By): void {
  if (validUntil < todayAt(at).toString()) throw new Refusal('day-is-past', {}, 'geldig');
}
