import { Refusal } from '../../core/errors.ts';
import { type IdSource, slug } from '../../core/ids.ts';
import type { Actor } from '../access/actor.ts';
import { isCoordinator, require } from '../access/may.ts';
import { type By, changeOne } from '../change-one.ts';
import type { Store } from '../ports.ts';
import { type AnyRecord, pick } from '../records.ts';
import type { Id } from '../shared/record.ts';
import { otherCoordinators, requireCoordinatorLeft } from './last-coordinator.ts';
import { type Person, person } from './person.ts';

/** What may be told about a person by those who look after the organisation. */
export type PersonEdit = Partial<
  Pick<Person, 'name' | 'role' | 'contact' | 'email' | 'locale' | 'standIn' | 'zone' | 'workingHours'>
>;

/** Adds a person to an organisation. Contacts add readers and partners of their own; coordinators anyone. */
export async function addPerson(
  store: Store,
  by: By,
  ids: IdSource,
  given: PersonEdit & Pick<Person, 'name' | 'organisation'>,
): Promise<Person> {
  const made = person.parse({
    ...given,
    id: `person/${slug(given.name).slice(0, 40)}-${ids()}`,
    owner: given.organisation,
  });
  const me = by.actor.person;
  const changed = await store.change<Id<'person'>>({
    actor: by.actor,
    action: 'person.add',
    at: by.at,
    ids: me ? [me] : [],
    ...(by.key === undefined ? {} : { key: by.key }),
    decide: (current) => {
      requireLooksAfter(by.actor, me && pick(current, me), made.organisation, made.role);
      return { put: [made as AnyRecord], result: made.id };
    },
  });
  const stored = await store.get(changed.result);
  if (!stored) throw new Refusal('not-found');
  return stored;
}

/** Changes a person's role, contact, language, stand-in or address. */
export async function editPerson(store: Store, by: By, id: Id<'person'>, edit: PersonEdit): Promise<Person> {
  const me = by.actor.person;
  const others = await otherCoordinators(store, id, by.at);
  return changeOne(
    store,
    by,
    'person.edit',
    id,
    (one, current) => {
      const asks = me && pick(current, me);
      const harmless = id === me && edit.role === undefined && edit.contact === undefined;
      if (!harmless) requireLooksAfter(by.actor, asks, one.organisation, edit.role ?? one.role, one.role);
      if (edit.role !== undefined && edit.role !== 'coordinator')
        requireCoordinatorLeft(one, others, current);
      if (edit.standIn === id) throw new Refusal('own-stand-in');
      // Who gives their own address wants mail there, also after having stopped it; nobody else can want that.
      const { emailOff: _off, ...wanting } = one;
      return { ...(edit.email !== undefined && id === me ? wanting : one), ...edit };
    },
    [...new Set([...others, ...(me ? [me] : [])])],
  );
}

/** A contact grants reader and partner within the own organisation; only coordinators make coordinators. */
function requireLooksAfter(
  actor: Actor,
  asks: Person | undefined,
  organisation: Id<'organisation'>,
  role: Person['role'],
  oldRole: Person['role'] = 'reader',
): void {
  if (isCoordinator(actor)) return;
  require(role !== 'coordinator' && oldRole !== 'coordinator', 'coordinators-only');
  const looksAfter =
    asks?.active === true && asks.contact && asks.role === 'partner' && asks.organisation === organisation;
  require(looksAfter, 'other-organisation');
}
