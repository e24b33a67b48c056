import type { Scope } from '../access/visibility.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import type { Practice } from './practice.ts';

/** The proposals that wait for a coordinator, the oldest first; as far as the scope sees them. */
export async function waitingProposals(store: Store, scope: Scope): Promise<Practice[]> {
  const all = await store.list('practice', scope);
  return all.filter(({ state }) => state === 'in-review').sort(byProposal);
}

/** What these organisations brought in, the newest first; new versions that were taken in are left out. */
export async function practicesOf(
  store: Store,
  scope: Scope,
  organisations: readonly Id<'organisation'>[],
): Promise<Practice[]> {
  const all = await store.list('practice', scope);
  return all
    .filter(({ owner, state }) => owner !== undefined && organisations.includes(owner) && state !== 'merged')
    .sort((a, b) => byProposal(b, a));
}

function byProposal({ proposedAt: one = '' }: Practice, { proposedAt: other = '' }: Practice): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
