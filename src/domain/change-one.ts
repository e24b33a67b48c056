import { Refusal } from '../core/errors.ts';
import type { Actor } from './access/actor.ts';
import { guardOf } from './access/guard.ts';
import { canSee, scopeOf } from './access/visibility.ts';
import type { Store } from './ports.ts';
import { type AnyRecord, pick, type RecordOf } from './records.ts';
import type { Id, Kind } from './shared/record.ts';

/** Who makes a change, when, and what they had seen: every domain service takes one. */
export interface By {
  actor: Actor;
  at: Temporal.Instant;
  /** The version of the record that the person was looking at, when it is known. */
  version?: number;
  /** The submission's key, so that a repeated one acts once. */
  key?: string;
}

/** The record, if it exists and the actor may see it; else a refusal that does not tell which. */
export function visibleRecord<K extends Kind>(
  current: ReadonlyMap<string, AnyRecord>,
  id: Id<K>,
  by: Pick<By, 'actor' | 'at'>,
): RecordOf<K> {
  const record = pick(current, id);
  if (!record || !canSee(scopeOf(by.actor, by.at), guardOf(record as AnyRecord)))
    throw new Refusal('not-found');
  return record;
}

/**
 * Changes one record: `update` is pure, sees the stored record, and refuses by throwing. Gives the record
 * as it is stored afterwards. `also` names others that `update` wants to look at, and that `follow` may
 * change along with it.
 */
export async function changeOne<K extends Kind>(
  store: Store,
  by: By,
  action: string,
  id: Id<K>,
  update: (record: RecordOf<K>, current: ReadonlyMap<string, AnyRecord>) => RecordOf<K>,
  also: readonly Id[] = [],
  follow: (updated: RecordOf<K>, current: ReadonlyMap<string, AnyRecord>) => AnyRecord[] = () => [],
): Promise<RecordOf<K>> {
  await store.change({
    actor: by.actor,
    action,
    at: by.at,
    ids: [id, ...also],
    ...(by.version === undefined ? {} : { expect: { [id]: by.version } }),
    ...(by.key === undefined ? {} : { key: by.key }),
    decide: (current) => {
      const updated = update(visibleRecord(current, id, by), current);
      return { put: [updated as AnyRecord, ...follow(updated, current)], result: null };
    },
  });
  return visibleRecord(await store.getMany([id]), id, by);
}
