import type { WebClient } from '@slack/web-api';
import { WebAPIPlatformError } from '@slack/web-api';
import type { Outgoing, Platform, SendResult } from '../../domain/delivery/platform.ts';
import { type Road, roadText } from '../../domain/delivery/road.ts';
import type { Store } from '../../domain/ports.ts';
import { tenantGone } from '../../domain/tenant/manage-tenant.ts';
import { tenantId } from '../../domain/tenant/tenant.ts';
import type { Message } from '../../reply/reply.ts';
import type { Clients } from './clients.ts';
import { DEAD_TENANT, failedPost } from './send-outcome.ts';
import { renderTagged } from './tagged.ts';

/** The metadata under which a message carries its delivery. */
export const DELIVERY_EVENT = 'campagneregie_delivery';

export interface SlackPlatformOptions {
  store: Store;
  now: () => Temporal.Instant;
  clients: Clients;
}

/** Slack as a road for messages: in direct messages, and in channels. */
export function slackPlatform(options: SlackPlatformOptions): Platform<Message> {
  return {
    name: 'slack',
    send: (outgoing, signal) => send(options, outgoing, signal),
    find: (road, delivery, signal) => find(options, road, delivery, signal),
  };
}

async function send(
  options: SlackPlatformOptions,
  { road, delivery, message, locale, follows }: Outgoing<Message>,
  signal: AbortSignal,
): Promise<SendResult> {
  const client = await clientFor(options, road);
  if (!client) return { type: 'closed', reason: 'the workspace is not linked' };
  signal.throwIfAborted();
  try {
    const post = {
      channel: road.address,
      ...renderTagged(message, locale),
      metadata: { event_type: DELIVERY_EVENT, event_payload: { delivery } },
      unfurl_links: false,
      unfurl_media: false,
    };
    const posted = await client.chat.postMessage(
      follows && roadText(follows.road) === roadText(road)
        ? { ...post, thread_ts: follows.platformId, reply_broadcast: true }
        : post,
    );
    return { type: 'sent', ...(posted.ts ? { platformId: posted.ts } : {}) };
  } catch (error) {
    if (error instanceof WebAPIPlatformError && DEAD_TENANT.has(error.data.error))
      await tenantGone(options.store, options.now(), 'slack', road.tenant);
    return failedPost(error);
  }
}

/** A client for a workspace that is linked; messages to any other are not sent. */
async function clientFor(
  { store, clients }: SlackPlatformOptions,
  { tenant }: Road,
): Promise<WebClient | undefined> {
  const here = await store.get(tenantId('slack', tenant));
  if (!here || here.organisations.length === 0 || here.goneAt) return undefined;
  return clients.forTenant(tenant);
}

const PAGE = 100;
const MOST_PAGES = 5;

/**
 * Looks through the conversation for the message with this delivery's id, newest first. Throws when it cannot be read:
 * then nobody knows whether it arrived. Reading channels takes a scope that not every workspace grants.
 */
async function find(
  options: SlackPlatformOptions,
  road: Road,
  delivery: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const client = await clientFor(options, road);
  if (!client) return undefined;
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
