import type { Scope } from '../access/visibility.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import { isHandled } from './content.ts';
import type { Practice } from './practice.ts';

/** The proposals that wait for a coordinator, the oldest first; as far as the scope sees them. */
export async function waitingProposals(store: Store, scope: Scope): Promise<Practice[]> {
  const all = await store.list('practice', scope);
  return all.filter(({ state }) => state === 'in-review').sort(byProposal);
}

/** What these organisations brought in: first what goes on, then what is done with; the newest of each first. */
export async function practicesOf(
  store: Store,
  scope: Scope,
  organisations: readonly Id<'organisation'>[],
): Promise<Practice[]> {
  const all = await store.list('practice', scope);
  return all
    .filter(({ owner }) => owner !== undefined && organisations.includes(owner))
    .sort((a, b) => Number(isHandled(a)) - Number(isHandled(b)) || byProposal(b, a));
}

function byProposal({ proposedAt: one = '' }: Practice, { proposedAt: other = '' }: Practice): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
