import { PROGRAM } from '../../src/domain/access/actor.ts';
import type { Store } from '../../src/domain/ports.ts';
import type { AnyRecord } from '../../src/domain/records.ts';
import { openStore } from '../../src/store/open-store.ts';

export const NOW = Temporal.Instant.from('2026-11-23T09:00:00Z');

/** A real store in memory, with these records in it. */
export async function testStore(...records: AnyRecord[]): Promise<Store> {
  const { store } = openStore({ path: ':memory:' });
  await put(store, ...records);
  return store;
}

/** Puts records as the program. */
export async function put(store: Store, ...records: AnyRecord[]): Promise<void> {
  await store.change({
    actor: PROGRAM,
    action: 'test.put',
    at: NOW,
    ids: records.map(({ id }) => id),
    decide: () => ({ put: records, result: undefined }),
  });
}
