import type { WebClient } from '@slack/web-api';
import type { Road } from '../../domain/delivery/road.ts';

/** The metadata under which a message carries its delivery. */
export const DELIVERY_EVENT = 'campagneregie_delivery';

const PAGE = 100;
const MOST_PAGES = 5;

/** Looks through a conversation for the message with this delivery's id, newest first. Throws when it cannot be read. */
export async function findDelivery(
  client: WebClient,
  road: Road,
  delivery: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const channel = await conversationOf(client, road);
  if (channel === undefined) return undefined;
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    signal.throwIfAborted();
    const history = await client.conversations.history({
      channel,
      include_all_metadata: true,
      limit: PAGE,
      ...(cursor ? { cursor } : {}),
    });
    const found = history.messages?.find(
      ({ metadata }) =>
        metadata?.event_type === DELIVERY_EVENT &&
        (metadata.event_payload as { delivery?: string }).delivery === delivery,
    );
    if (found?.ts) return found.ts;
    cursor = history.response_metadata?.next_cursor;
    if (!cursor) return undefined;
  }
  return undefined;
}

/** The direct message with a user, or the channel itself. */
async function conversationOf(client: WebClient, { address }: Road): Promise<string | undefined> {
  if (!/^[UW]/.test(address)) return address;
  const opened = await client.conversations.open({ users: address });
  return opened.channel?.id;
}
