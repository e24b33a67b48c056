import type { ChatPostMessageArguments, WebClient } from '@slack/web-api';
import type { Locale } from '../../../core/locale.ts';
import {
  CANNOT_TELL,
  type Outgoing,
  type Platform,
  type SendResult,
} from '../../../domain/delivery/platform.ts';
import { type Road, roadText } from '../../../domain/delivery/road.ts';
import type { Store } from '../../../domain/ports.ts';
import { tenantGone } from '../../../domain/tenant/manage-tenant.ts';
import { tenantId } from '../../../domain/tenant/tenant.ts';
import { translator } from '../../../i18n/translate.ts';
import type { Message } from '../../../reply/reply.ts';
import { restOf } from '../../chat/ways.ts';
import type { Clients } from '../connect/clients.ts';
import { renderTagged } from '../show/tagged.ts';
import { DELIVERY_EVENT, deliveryFinder, type FindDelivery } from './find-delivery.ts';
import { cannotBeRead, failedPost, isDeadTenant, isThreadGone } from './send-outcome.ts';

export interface SlackPlatformOptions {
  store: Store;
  now: () => Temporal.Instant;
  clients: Clients;
}

/** Slack as a road for messages: in direct messages, and in channels. */
export function slackPlatform(options: SlackPlatformOptions): Platform<Message> {
  const search = deliveryFinder();
  return {
    name: 'slack',
    send: (outgoing, signal) => send(options, outgoing, signal),
    find: (road, delivery, signal) => find(options, search, road, delivery, signal),
  };
}

async function send(
  options: SlackPlatformOptions,
  { road, kind, delivery, recipient, message, locale, follows, again }: Outgoing<Message>,
  signal: AbortSignal,
): Promise<SendResult> {
  if (!(await isOneOfTheirs(options, road, recipient)))
    return { type: 'closed', reason: 'the workspace is of another organisation' };
  const client = await clientFor(options, road).catch((error: Error) => error);
  if (client instanceof Error) return { type: 'busy', scope: 'tenant', reason: client.message };
  if (!client) return { type: 'closed', reason: 'the workspace is not linked' };
  signal.throwIfAborted();
  const post = {
    channel: road.address,
    ...renderTagged(again ? maybeAgain(message, locale) : message, locale, {
      rest: restOf(kind, translator(locale)),
    }),
    metadata: { event_type: DELIVERY_EVENT, event_payload: { delivery } },
    unfurl_links: false,
    unfurl_media: false,
  };
  try {
    const posted =
      follows && roadText(follows.road) === roadText(road)
        ? await postInThread(client, post, follows.platformId)
        : await client.chat.postMessage(post);
    return { type: 'sent', ...(posted.ts ? { platformId: posted.ts } : {}) };
  } catch (error) {
    await noteDead(options, road, error);
    return failedPost(error);
  }
}

/** Below an earlier message, and in the conversation too; only there when the earlier one is gone. */
async function postInThread(client: WebClient, post: ChatPostMessageArguments, earlier: string) {
  try {
    return await client.chat.postMessage({ ...post, thread_ts: earlier, reply_broadcast: true } as never);
  } catch (error) {
    if (!isThreadGone(error)) throw error;
    return client.chat.postMessage(post);
  }
}

/** Says above a message that it may have come before: nobody can look whether an earlier attempt arrived. */
function maybeAgain(message: Message, locale: Locale): Message {
  const text = translator(locale)('chat.maybe-again', { platform: 'Slack' });
  return { ...message, sections: [{ type: 'notice', tone: 'info', text }, ...message.sections] };
}

/** Whether the workspace is that of the recipient's organisation, still: else what is theirs would be read by others. */
async function isOneOfTheirs(
  { store }: SlackPlatformOptions,
  { tenant }: Road,
  recipient: Outgoing<Message>['recipient'],
): Promise<boolean> {
  const to = await store.get(recipient);
  if (!to || !('organisation' in to)) return true;
  const here = await store.get(tenantId('slack', tenant));
  return here?.organisations.includes(to.organisation) === true;
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

/** Looks a delivery up where it was to arrive. Reading channels takes a scope that not every workspace grants. */
async function find(
  options: SlackPlatformOptions,
  search: FindDelivery,
  road: Road,
  delivery: string,
  signal: AbortSignal,
): Promise<string | undefined | typeof CANNOT_TELL> {
  const client = await clientFor(options, road);
  if (!client) return CANNOT_TELL;
  try {
    return await search(client, road, delivery, signal);
  } catch (error) {
    await noteDead(options, road, error);
    if (cannotBeRead(error)) return CANNOT_TELL;
    throw error;
  }
}

async function noteDead({ store, now }: SlackPlatformOptions, { tenant }: Road, error: unknown) {
  if (isDeadTenant(error)) await tenantGone(store, now(), 'slack', tenant);
}
