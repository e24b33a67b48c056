import { Refusal } from '../../core/errors.ts';
import { PROGRAM } from '../access/actor.ts';
import { isCoordinator, require } from '../access/may.ts';
import { scopeOf } from '../access/visibility.ts';
import type { By } from '../change-one.ts';
import { tellsOf, withoutReach } from '../contact/without-reach.ts';
import type { LinkRole, Store } from '../ports.ts';
import { type AnyRecord, isKind, pick } from '../records.ts';
import type { Id, Kind } from '../shared/record.ts';
import { otherCoordinators, requireCoordinatorLeft } from './last-coordinator.ts';
import type { Person } from './person.ts';

/** Where a person can stand in other records. */
const PLACES: readonly (readonly [Kind, LinkRole])[] = [
  ['campaign', 'person'],
  ['task', 'owner'],
  ['participation', 'person'],
  ['action', 'person'],
  ['person', 'person'],
  ['feed', 'person'],
  ['contact', 'person'],
];

/** Everything that points at a person, and the contacts that tell of them: what a hand-over moves. */
export async function heldBy(store: Store, person: Id<'person'>, at: Temporal.Instant): Promise<AnyRecord[]> {
  const scope = scopeOf(PROGRAM, at);
  const found: AnyRecord[] = [];
  for (const [kind, role] of PLACES)
    found.push(...((await store.linked(kind, role, person, scope)) as AnyRecord[]));
  const who = await store.get(person);
  const contacts = who ? await store.linked('contact', 'organisation', who.organisation, scope) : [];
  // A colleague may have entered somebody as a contact: that tells of them as much as what they entered.
  found.push(...contacts.filter((one) => who && tellsOf(one, who)));
  return [...new Map(found.map((one) => [one.id as string, one])).values()].filter(
    (one) => !(isKind(one, 'contact') && one.removed),
  );
}

/** Refuses whoever may not hand this person over; also asked before a preview tells what there is. */
export async function checkHandOver(store: Store, by: By, from: Id<'person'>): Promise<void> {
  const me = by.actor.person;
  const current = await store.getMany(me ? [from, me] : [from]);
  const leaving = pick(current, from);
  if (!leaving) throw new Refusal('not-found');
  requireMayHandOver(by, leaving, me && pick(current, me));
}

/**
 * Hands everything of someone who leaves to a colleague (or to nobody: coordinators then receive), revokes
 * the feeds and makes the person inactive, all in one change. `erase` also takes name, address and accounts
 * away. A contact for a fraud form that tells of the leaver is removed either way (decision 016). The person, a
 * contact of the same organisation or a coordinator may do it. Gives what was moved.
 */
export async function handOver(
  store: Store,
  by: By,
  from: Id<'person'>,
  to: Id<'person'> | undefined,
  erase = false,
): Promise<number> {
  const held = await heldBy(store, from, by.at);
  const me = by.actor.person;
  const others = await otherCoordinators(store, from, by.at);
  const ids = [
    ...new Set([from, ...others, ...held.map(({ id }) => id), ...(to ? [to] : []), ...(me ? [me] : [])]),
  ];
  const changed = await store.change({
    actor: by.actor,
    action: erase ? 'person.erase' : 'person.hand-over',
    at: by.at,
    ids,
    ...(by.key === undefined ? {} : { key: by.key }),
    decide: (current) => {
      const leaving = pick(current, from);
      if (!leaving) throw new Refusal('not-found');
      requireMayHandOver(by, leaving, me && pick(current, me));
      requireCoordinatorLeft(leaving, others, current);
      const next = to && pick(current, to);
      if (to && (!next?.active || to === from)) throw new Refusal('hand-over-to-whom', {}, 'naar');
      const moved = held
        .map(({ id }) => current.get(id))
        .filter((record) => record !== undefined && record.id !== from);
      const put = moved.map((record) => handedOver(record as AnyRecord, leaving, to, by.at));
      return { put: [...put, left(leaving, erase)], result: put.length };
    },
  });
  return changed.result;
}

function requireMayHandOver(by: By, leaving: Person, asks: Person | undefined): void {
  const contact = asks?.active === true && asks.contact && asks.organisation === leaving.organisation;
  require(isCoordinator(by.actor) || by.actor.person === leaving.id || contact, 'other-organisation');
  require(leaving.role !== 'coordinator' || isCoordinator(by.actor), 'coordinators-only');
}

function handedOver(
  record: AnyRecord,
  leaving: Person,
  to: Id<'person'> | undefined,
  at: Temporal.Instant,
): AnyRecord {
  const swap = <T extends string>(id: T | undefined): T | undefined =>
    id === leaving.id ? (to as T | undefined) : id;
  if (isKind(record, 'campaign')) {
    const leads = record.leads.map((lead) => ({
      ...lead,
      contact: swap(lead.contact),
      standIn: swap(lead.standIn),
    }));
    return { ...record, leads } as AnyRecord;
  }
  if (isKind(record, 'task'))
    return { ...record, owners: record.owners.map(swap).filter((id) => id !== undefined) } as AnyRecord;
  if (isKind(record, 'action'))
    return { ...record, contacts: record.contacts.map(swap).filter((id) => id !== undefined) } as AnyRecord;
  if (isKind(record, 'participation')) return { ...record, contact: swap(record.contact) } as AnyRecord;
  if (isKind(record, 'person')) return { ...record, standIn: swap(record.standIn) } as AnyRecord;
  if (isKind(record, 'contact')) {
    const kept = tellsOf(record, leaving) ? withoutReach(record) : record;
    return { ...kept, by: swap(kept.by) } as AnyRecord;
  }
  if (isKind(record, 'feed')) return { ...record, revokedAt: record.revokedAt ?? at.toString() } as AnyRecord;
  return record;
}

function left(person: Person, erase: boolean): AnyRecord {
  const { email, standIn: _standIn, ...rest } = person;
  const inactive = { ...rest, active: false, contact: false };
  if (!erase) return { ...inactive, ...(email ? { email } : {}) } as AnyRecord;
  return { ...inactive, name: '-', identities: [], absences: [], mutes: [] } as AnyRecord;
}
