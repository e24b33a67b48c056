import type { Campaign } from '../campaign/campaign.ts';
import type { Person } from '../person/person.ts';
import type { Action } from '../plan/plan.ts';
import type { Id } from '../shared/record.ts';
import type { World } from './world.ts';

type PersonId = Id<'person'>;

/** Who it is brought to, and who hears of it when they do not answer. */
export interface Recipients {
  first: readonly PersonId[];
  second: readonly PersonId[];
}

/** The coordinators; nobody stands behind them. */
export function coordinators({ coordinators: all }: World): Recipients {
  return { first: all.map(({ id }) => id), second: [] };
}

/** The contacts of an organisation that are active; none when it has none. */
export function contactsOf(world: World, organisation: Id): PersonId[] {
  return (world.contacts.get(organisation) ?? []).map(({ id }) => id);
}

/**
 * The first lead's contact of a campaign, or that organisation's contacts, or the coordinators. Behind them stand
 * the stand-in and the other leads.
 */
export function leadsOfCampaign(world: World, { leads }: Pick<Campaign, 'leads'>): Recipients {
  const perLead = leads.map(({ organisation, contact }) =>
    isActive(world, contact) ? [contact] : contactsOf(world, organisation),
  );
  const reached = perLead.filter((people) => people.length > 0);
  const first = reached[0] ?? [];
  const standIns = leads.map(({ standIn }) => standIn).filter((id) => isActive(world, id));
  const own = first.flatMap((id) => standInOf(world, id) ?? []);
  return settle(world, first, [...standIns, ...own, ...reached.slice(1).flat()]);
}

/** Every person who leads a campaign, for what all of them must know. */
export function everyLeadOf(world: World, { leads }: Pick<Campaign, 'leads'>): PersonId[] {
  return unique(
    leads.flatMap(({ organisation, contact }) =>
      isActive(world, contact) ? [contact] : contactsOf(world, organisation),
    ),
  );
}

/** Who looks after a plan action: its contacts, else those of its leads; groups lead through the coordinators. */
export function leadsOfAction(
  world: World,
  { leads, contacts }: Pick<Action, 'leads' | 'contacts'>,
): Recipients {
  const named = contacts.filter((id) => isActive(world, id));
  const perLead = leads
    .filter((party) => typeof party === 'string')
    .map((id) => contactsOf(world, id))
    .filter((people) => people.length > 0);
  const first = named.length > 0 ? named : (perLead[0] ?? []);
  const others = named.length > 0 ? perLead.flat() : perLead.slice(1).flat();
  return settle(world, first, [...first.flatMap((id) => standInOf(world, id) ?? []), ...others]);
}

/** The owners of a task: people, and for an organisation its contacts. */
export function ownersOf(world: World, owners: readonly Id[], campaign: Pick<Campaign, 'leads'>): Recipients {
  const first = owners.flatMap((owner) =>
    owner.startsWith('person/')
      ? [owner as PersonId].filter((id) => isActive(world, id))
      : contactsOf(world, owner),
  );
  if (first.length === 0) return leadsOfCampaign(world, campaign);
  const standIns = first.flatMap((id) => standInOf(world, id) ?? []);
  return settle(world, first, [...standIns, ...everyLeadOf(world, campaign)]);
}

/**
 * Who gets it on a day: for someone who is absent the stand-in, else a colleague who is a contact, else the
 * coordinators; `wants` passes over who muted it. When all are absent it waits for the person.
 */
export function presentOn(
  world: World,
  people: readonly PersonId[],
  day: string,
  wants: (person: Person) => boolean,
): PersonId[] {
  return unique(people.flatMap((id) => present(world, id, day, wants)));
}

function present(world: World, id: PersonId, day: string, wants: (person: Person) => boolean): PersonId[] {
  const person = world.people.get(id);
  // What someone does not want to hear of is not for their stand-in either.
  if (!person || !isAbsent(person, day) || !wants(person)) return [id];
  const seen = new Set<string>([id]);
  for (let next = standInOf(world, id); next && !seen.has(next); next = standInOf(world, next)) {
    const standIn = world.people.get(next);
    if (standIn && !isAbsent(standIn, day) && wants(standIn)) return [next];
    seen.add(next);
  }
  const there = (one: Person): boolean => one.id !== id && !isAbsent(one, day) && wants(one);
  const colleagues = (world.contacts.get(person.organisation) ?? []).filter(there);
  const found = colleagues.length > 0 ? colleagues : world.coordinators.filter(there);
  return found.length > 0 ? found.map((one) => one.id) : [id];
}

/** Whether someone is away on a day (ISO date; both ends of an absence counted). */
export function isAbsent(person: Pick<Person, 'absences'> | undefined, day: string): boolean {
  return person?.absences.some(({ from, until }) => from <= day && day <= until) ?? false;
}

function standInOf(world: World, id: PersonId): PersonId | undefined {
  const standIn = world.people.get(id)?.standIn;
  return isActive(world, standIn) ? standIn : undefined;
}

function isActive(world: World, id: PersonId | undefined): id is PersonId {
  return id !== undefined && world.people.has(id);
}

/** Without anybody the coordinators receive; nobody stands behind themselves. */
function settle(world: World, first: readonly PersonId[], second: readonly PersonId[]): Recipients {
  if (first.length === 0) return coordinators(world);
  const heads = unique(first);
  return { first: heads, second: unique(second).filter((id) => !heads.includes(id)) };
}

function unique(ids: readonly PersonId[]): PersonId[] {
  return [...new Set(ids)];
}
