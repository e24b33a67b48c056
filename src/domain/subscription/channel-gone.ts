import { PROGRAM } from '../access/actor.ts';
import { changeOne } from '../change-one.ts';
import type { Store } from '../ports.ts';
import { subscriptionId } from './manage-subscription.ts';
import type { ChannelAddress } from './parse-address.ts';

/** A channel was deleted, or the bot was taken out of it: it gets no digest any more. Nothing when it got none. */
export async function channelGone(
  store: Store,
  at: Temporal.Instant,
  address: ChannelAddress,
): Promise<void> {
  const known = await store.get(subscriptionId(address));
  if (!known?.active) return;
  await changeOne(store, { actor: PROGRAM, at }, 'subscription.gone', known.id, (old) => ({
    ...old,
    active: false,
  }));
}

/** A channel is called differently now; its digest too, unless somebody gave that a name of its own. */
export async function channelRenamed(
  store: Store,
  at: Temporal.Instant,
  address: ChannelAddress,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const known = await store.get(subscriptionId(address));
  if (!known || known.name !== from) return;
  await changeOne(store, { actor: PROGRAM, at }, 'subscription.rename', known.id, (old) => ({
    ...old,
    name: to,
  }));
}
