import type { WebClient } from '@slack/web-api';
import type { Road } from '../../../domain/delivery/road.ts';

/** The metadata under which a message carries its delivery. */
export const DELIVERY_EVENT = 'campagneregie_delivery';

const PAGE = 100;
const MOST_PAGES = 5;

/** Where a search goes on: so many pages were read, and the next begins there. */
interface Place {
  pages: number;
  cursor?: string | undefined;
}

export type FindDelivery = (
  client: WebClient,
  road: Road,
  delivery: string,
  signal: AbortSignal,
) => Promise<string | undefined>;

/**
 * Looks through a conversation for the message with a delivery's id, newest first. Throws when it cannot be read on;
 * asked again, it goes on from there, for Slack may allow an app one short page a minute.
 */
export function deliveryFinder(): FindDelivery {
  const places = new Map<string, Place>();
  return async (client, road, delivery, signal) => {
    const channel = await conversationOf(client, road);
    if (channel === undefined) return undefined;
    let place: Place = places.get(delivery) ?? { pages: 0 };
    while (place.pages < MOST_PAGES) {
      signal.throwIfAborted();
      const { found, cursor } = await readPage(client, channel, delivery, place.cursor);
      if (found !== undefined || !cursor) {
        places.delete(delivery);
        return found;
      }
      place = { pages: place.pages + 1, cursor };
      places.set(delivery, place);
    }
    places.delete(delivery);
    return undefined;
  };
}

async function readPage(client: WebClient, channel: string, delivery: string, from: string | undefined) {
  const history = await client.conversations.history({
    channel,
    include_all_metadata: true,
    limit: PAGE,
    ...(from ? { cursor: from } : {}),
  });
  const found = history.messages?.find(
    ({ metadata }) =>
      metadata?.event_type === DELIVERY_EVENT &&
      (metadata.event_payload as { delivery?: string }).delivery === delivery,
  );
  return { found: found?.ts, cursor: history.response_metadata?.next_cursor };
}

/** The direct message with a user, or the channel itself. */
async function conversationOf(client: WebClient, { address }: Road): Promise<string | undefined> {
  if (!/^[UW]/.test(address)) return address;
  const opened = await client.conversations.open({ users: address });
  return opened.channel?.id;
}
