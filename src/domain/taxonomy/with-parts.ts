import type { Scope } from '../access/visibility.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';

/** The terms and everything that is part of them: "senioren" includes the seniors who are not online. */
export async function withParts<K extends 'audience' | 'form'>(
  store: Store,
  scope: Scope,
  kind: K,
  terms: readonly Id<K>[],
): Promise<Id<K>[]> {
  const found = new Set<Id<K>>(terms);
  for (const term of found) {
    const parts = await store.linked(kind, kind as 'audience' | 'form', term, scope);
    for (const part of parts) found.add(part.id as Id<K>);
  }
  return [...found];
}
