import { Refusal } from '../../core/errors.ts';
import { isCoordinator, require } from '../access/may.ts';
import { type By, changeOne } from '../change-one.ts';
import { shortHash } from '../nudge/nudge.ts';
import type { Store } from '../ports.ts';
import { type AnyRecord, pick } from '../records.ts';
import type { Id } from '../shared/record.ts';
import type { ChannelAddress } from './parse-address.ts';
import { type Subscription, subscription } from './subscription.ts';

/** What can be set about a channel's digest. */
export type SubscriptionEdit = Partial<
  Pick<Subscription, 'name' | 'filter' | 'locale' | 'weekday' | 'time' | 'letter' | 'active'>
>;

/** The id of the digest of an address: there is one for each. */
export function subscriptionId({ platform, tenant, address }: ChannelAddress): Id<'subscription'> {
  return `subscription/${shortHash([platform, tenant, address])}`;
}

/**
 * Lets a channel have the weekly digest. Coordinators only, and one for each address: a channel that was
 * turned off before comes on again with what is given now.
 */
export async function addSubscription(
  store: Store,
  by: By,
  at: ChannelAddress,
  given: SubscriptionEdit & Pick<Subscription, 'name' | 'filter'>,
): Promise<Subscription> {
  require(isCoordinator(by.actor), 'coordinators-only');
  const id = subscriptionId(at);
  await store.change({
    actor: by.actor,
    action: 'subscription.add',
    at: by.at,
    ids: [id],
    ...(by.key === undefined ? {} : { key: by.key }),
    decide: (current) => {
      const old = pick(current, id);
      if (old?.active) throw new Refusal('channel-exists', { name: old.name }, 'adres');
      // For coordinators alone: an address may be someone's own, and nobody else needs it.
      const made = subscription.parse({
        ...old,
        ...at,
        ...given,
        id,
        visibility: 'organisation',
        active: true,
      });
      return { put: [made as AnyRecord], result: null };
    },
  });
  const stored = await store.get(id);
  if (!stored) throw new Refusal('not-found');
  return stored;
}

/** Changes a channel's digest, or turns it off and on again. Coordinators only. */
export function editSubscription(
  store: Store,
  by: By,
  id: Id<'subscription'>,
  edit: SubscriptionEdit,
): Promise<Subscription> {
  require(isCoordinator(by.actor), 'coordinators-only');
  return changeOne(store, by, 'subscription.edit', id, (old) => ({ ...old, ...edit }));
}
