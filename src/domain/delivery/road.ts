import type { Person } from '../person/person.ts';
import type { Subscription } from '../subscription/subscription.ts';

/** Where messages can go. `console`: the page on which the program is tried out. */
export const PLATFORMS = ['slack', 'teams', 'email', 'console'] as const;
export type PlatformName = (typeof PLATFORMS)[number];

/** One way to reach a person or a channel: a user or channel of a tenant, or an address at a mail domain. */
export interface Road {
  platform: PlatformName;
  /** The Slack workspace, the Teams tenant, or the domain of a mail address. */
  tenant: string;
  /** The user, the channel or the whole mail address. */
  address: string;
}

/** Deliveries of one lane take turns; what happens in one lane does not delay another. */
export function laneOf(road: Pick<Road, 'platform' | 'tenant'> | undefined): string {
  return road ? `${road.platform} ${road.tenant}` : 'none';
}

/** A road as one text, to keep or compare. */
export function roadText({ platform, tenant, address }: Road): string {
  return `${platform} ${tenant} ${address}`;
}

/** The ways to reach a person, the best first: chat, then e-mail. On the console only who has neither. */
export function roadsOf(person: Person, { console: tried = false } = {}): Road[] {
  if (!person.active) return [];
  const chat = person.identities.map(({ platform, tenant, user }) => ({ platform, tenant, address: user }));
  const mail = person.email && !person.emailOff ? [mailRoad(person.email)] : [];
  if (chat.length + mail.length > 0 || !tried) return [...chat, ...mail];
  return [{ platform: 'console', tenant: 'console', address: person.id }];
}

/** The way to a subscribed channel or mailing list. */
export function roadOfSubscription({ platform, tenant, address }: Subscription): Road {
  return { platform, tenant, address };
}

/** The way to a mail address. */
export function mailRoad(address: string): Road {
  return { platform: 'email', tenant: address.slice(address.lastIndexOf('@') + 1).toLowerCase(), address };
}
