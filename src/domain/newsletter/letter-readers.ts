import type { Scope } from '../access/visibility.ts';
import { settingsOfPerson } from '../courtesy/settings-of.ts';
import type { NewDelivery } from '../delivery/delivery.ts';
import { laneOf, roadOfSubscription, roadsOf } from '../delivery/road.ts';
import { shortHash } from '../nudge/nudge.ts';
import type { Person } from '../person/person.ts';
import type { Store } from '../ports.ts';
import type { Subscription } from '../subscription/subscription.ts';
import type { NewsletterRecord } from './newsletter-record.ts';

/** Who is subscribed to the newsletter. */
export interface LetterReaders {
  people: readonly Person[];
  channels: readonly Subscription[];
}

/** After so many days a newsletter that could not be brought is no news any more. */
const DAYS = 14;

/** The active people and channels that want the newsletter. */
export async function letterReaders(store: Store, scope: Scope): Promise<LetterReaders> {
  const people = await store.list('person', scope);
  const channels = await store.list('subscription', scope);
  return {
    people: people.filter(({ active, letter }) => active && letter),
    channels: channels.filter(({ active, letter }) => active && letter),
  };
}

/** One message to each reader; the key makes that it is never queued twice. */
export function letterDeliveries(
  { id }: Pick<NewsletterRecord, 'id'>,
  { people, channels }: LetterReaders,
  now: Temporal.Instant,
): NewDelivery[] {
  const to = (recipient: NewDelivery['recipient'], lane: string, zone: string): NewDelivery => ({
    id: shortHash(['newsletter', id, recipient]),
    key: `newsletter ${id} ${recipient}`,
    kind: 'newsletter',
    recipient,
    about: id,
    lane,
    nextAt: now,
    expiresAt: now.toZonedDateTimeISO(zone).add({ days: DAYS }).toInstant(),
  });
  return [
    ...people.map((person) => to(person.id, laneOf(roadsOf(person)[0]), settingsOfPerson(person).zone)),
    ...channels.map((channel) => to(channel.id, laneOf(roadOfSubscription(channel)), channel.zone)),
  ];
}
