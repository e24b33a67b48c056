import type { Scope } from '../access/visibility.ts';
import type { Store } from '../ports.ts';
import { type AnyRecord, isKind } from '../records.ts';
import { type NameKeys, nameKeys } from './name-keys.ts';

/** What words in a question can name, as far as someone may see it. */
export interface Vocabulary {
  records: readonly AnyRecord[];
  keys: NameKeys;
  /** Topics that are a role, such as geldezel. */
  roles: ReadonlySet<string>;
}

/** Few enough of each to be read whole. */
const KINDS = [
  ...(['form', 'audience', 'topic', 'channel', 'region'] as const),
  ...(['organisation', 'group', 'series', 'plan', 'helppoint'] as const),
];
/** So many askers with rights of their own; beyond it the first goes. */
const MOST_KEPT = 40;

interface Kept {
  revision: number;
  vocabulary: Vocabulary;
}
const kept = new WeakMap<Store, Map<string, Kept>>();

/** Read once for each revision of the store and each set of rights; anew every minute, since an embargo ends by itself. */
export async function vocabularyOf(store: Store, scope: Scope): Promise<Vocabulary> {
  const { at, ...rights } = scope;
  const who = JSON.stringify([rights, at.slice(0, 'YYYY-MM-DDTHH:MM'.length)]);
  const known = kept.get(store) ?? new Map<string, Kept>();
  kept.set(store, known);
  const revision = await store.revision();
  const before = known.get(who);
  if (before?.revision === revision) return before.vocabulary;
  const vocabulary = await read(store, scope);
  known.delete(who);
  const [first] = known.keys();
  if (known.size >= MOST_KEPT && first !== undefined) known.delete(first);
  known.set(who, { revision, vocabulary });
  return vocabulary;
}

async function read(store: Store, scope: Scope): Promise<Vocabulary> {
  const records: AnyRecord[] = [];
  for (const kind of KINDS) records.push(...((await store.list(kind, scope)) as AnyRecord[]));
  const roles = records.filter((one) => isKind(one, 'topic') && one.type === 'role').map(({ id }) => id);
  return { records, keys: nameKeys(records), roles: new Set(roles) };
}
