import type { GiveWay } from '../../core/give-way.ts';
import type { Scope } from '../access/visibility.ts';
import type { Store, Together } from '../ports.ts';
import type { RecordOf } from '../records.ts';
import type { Id, Kind } from '../shared/record.ts';

/** So many records take a few milliseconds. */
const PAGE = 500;
/** So often it is read again because of a change; then it is read in one go, while others wait. */
const MOST_TRIES = 3;

/** Reads every record of these kinds at one revision, and gives way in between. */
export async function readTogether<K extends Kind>(
  store: Store,
  kinds: readonly K[],
  scope: Scope,
  giveWay: GiveWay,
): Promise<Together<K>> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const revision = await store.revision();
    const lists: [K, RecordOf<K>[]][] = [];
    for (const kind of kinds) lists.push([kind, await readAll(store, kind, scope, giveWay)]);
    if ((await store.revision()) === revision)
      return { revision, records: Object.fromEntries(lists) as Together<K>['records'] };
  }
  return store.listTogether(kinds, scope);
}

async function readAll<K extends Kind>(
  store: Store,
  kind: K,
  scope: Scope,
  giveWay: GiveWay,
): Promise<RecordOf<K>[]> {
  const all: RecordOf<K>[] = [];
  for (let after: Id | undefined; ; ) {
    await giveWay();
    const page = await store.page(kind, scope, { after, limit: PAGE });
    for (const record of page) all.push(record);
    after = page.at(-1)?.id;
    if (page.length < PAGE) return all;
  }
}
