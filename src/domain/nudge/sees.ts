import { atOnce, type Steps } from '../../core/steps.ts';
import { guardOf } from '../access/guard.ts';
import { canSee, type Scope, scopeOf } from '../access/visibility.ts';
import type { Person } from '../person/person.ts';
import type { AnyRecord } from '../records.ts';
import type { Id } from '../shared/record.ts';
import type { World } from './world.ts';

/** What is only for everybody's eyes at some later moment is decided elsewhere: partners see it already. */
const ANY_MOMENT = Temporal.Instant.fromEpochMilliseconds(0);

const scopes = new WeakMap<World, Map<string, Scope>>();
const records = new WeakMap<World, ReadonlyMap<string, AnyRecord>>();

/** Whether a person may see the record that a matter is about: nobody is asked of what is not theirs to see. */
export function sees(world: World, person: Person, subject: Id): boolean {
  const record = (records.get(world) ?? atOnce(subjectsOf(world))).get(subject);
  return record === undefined || canSee(scopeIn(world, person), guardOf(record));
}

function scopeIn(world: World, { id, role, organisation, locale, zone }: Person): Scope {
  const known = scopes.get(world) ?? new Map<string, Scope>();
  scopes.set(world, known);
  let scope = known.get(id);
  if (!scope) {
    const groups = [...world.groups.values()].filter(({ members }) => members?.includes(organisation));
    const actor = { person: id, role, organisations: [organisation], groups: groups.map((one) => one.id) };
    scope = scopeOf({ ...actor, locale, zone }, ANY_MOMENT);
    known.set(id, scope);
  }
  return scope;
}

/** Everything that a reminder can be about and that not everyone may see, by id. */
export function* subjectsOf(world: World): Steps<ReadonlyMap<string, AnyRecord>> {
  const known = records.get(world);
  if (known) return known;
  const { campaigns, tasks, participations, actions, series, practices, formContacts } = world;
  const found = new Map<string, AnyRecord>();
  for (const part of [campaigns.values(), actions, series, practices, formContacts] as Iterable<AnyRecord>[])
    for (const record of part) {
      found.set(record.id, record);
      yield;
    }
  for (const linked of [tasks, participations] as ReadonlyMap<string, AnyRecord[]>[])
    for (const part of linked.values()) {
      for (const record of part) found.set(record.id, record);
      yield;
    }
  records.set(world, found);
  return found;
}
