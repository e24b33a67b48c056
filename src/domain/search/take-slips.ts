import type { Scope } from '../access/visibility.ts';
import type { Store } from '../ports.ts';
import type { Kind } from '../shared/record.ts';
import { type NameKeys, namedAt } from './name-keys.ts';
import type { Understood } from './understand.ts';
import { asNamed, asSlip, type WordGroup } from './word-group.ts';

const MOST_TAKEN = 5;

/** The question with each word that occurs nowhere taken as a slip for the known words nearest to it. */
export async function takeSlips(
  store: Store,
  scope: Scope,
  keys: NameKeys,
  understood: Understood,
  kinds: readonly Kind[] | undefined,
): Promise<Understood> {
  const words = understood.groups.flatMap(({ typed, terms }) =>
    terms.length === 0 && !typed.includes(' ') ? [typed] : [],
  );
  const near = await store.nearWords({ scope, words, kinds, limit: MOST_TAKEN });
  const groups = understood.groups.map((group) => taken(group, near.get(group.typed) ?? [], keys));
  return { ...understood, groups };
}

function taken(group: WordGroup, near: readonly string[], keys: NameKeys): WordGroup {
  const [nearest] = near;
  if (nearest === undefined || group.terms.length > 0) return group;
  const meant = namedAt(keys, [nearest], 0)?.records ?? [];
  const slip = asSlip(group, near);
  if (meant.length === 0) return slip;
  const { ids, terms, options } = asNamed([nearest], meant);
  return { ...slip, ids, terms, options: [...slip.options, ...options] };
}
