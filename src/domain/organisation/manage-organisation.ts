import { todayAt } from '../../core/clock.ts';
import { Refusal } from '../../core/errors.ts';
import { slug } from '../../core/ids.ts';
import { isCoordinator, require } from '../access/may.ts';
import { type By, changeOne } from '../change-one.ts';
import type { Store } from '../ports.ts';
import type { AnyRecord } from '../records.ts';
import type { Id } from '../shared/record.ts';
import { type Group, group, type Organisation, organisation } from './organisation.ts';

/** Adds an organisation. Coordinators only; a taken abbreviation is refused. */
export async function addOrganisation(
  store: Store,
  by: By,
  given: Pick<Organisation, 'name' | 'short'> & { website?: string | undefined },
): Promise<Organisation> {
  require(isCoordinator(by.actor), 'coordinators-only');
  const made = organisation.parse({
    ...given,
    id: `organisation/${slug(given.short)}`,
    visibility: 'public',
  });
  await store.change({
    actor: by.actor,
    action: 'organisation.add',
    at: by.at,
    ids: [made.id],
    ...(by.key === undefined ? {} : { key: by.key }),
    decide: (current) => {
      if (current.has(made.id)) throw new Refusal('organisation-exists', { name: given.short }, 'afkorting');
      return { put: [made as AnyRecord], result: null };
    },
  });
  return found(await store.get(made.id));
}

/** Renames an organisation from a day on (ISO date); the old name stays known until the day before. */
export function renameOrganisation(
  store: Store,
  by: By,
  id: Id<'organisation'>,
  given: { name?: string | undefined; short?: string | undefined; from: string },
): Promise<Organisation> {
  return changeOne(store, by, 'organisation.rename', id, (old) => {
    require(isCoordinator(by.actor), 'coordinators-only');
    if (given.from > todayAt(by.at).toString()) throw new Refusal('rename-future', {}, 'vanaf');
    const until = Temporal.PlainDate.from(given.from).subtract({ days: 1 }).toString();
    const former = { name: old.name, short: old.short, until };
    return {
      ...old,
      name: given.name ?? old.name,
      short: given.short ?? old.short,
      formerNames: [...old.formerNames, former],
    };
  });
}

/** Sets the members of a group; an unknown membership becomes known. */
export function setMembers(
  store: Store,
  by: By,
  id: Id<'group'>,
  members: Id<'organisation'>[],
): Promise<Group> {
  return changeOne(store, by, 'group.members', id, (old) => {
    require(isCoordinator(by.actor), 'coordinators-only');
    return group.parse({ ...old, members });
  });
}

function found<T>(record: T | undefined): T {
  if (!record) throw new Refusal('not-found');
  return record;
}
