import type { Outgoing, Platform, SendResult } from '../../../domain/delivery/platform.ts';
import { type Road, roadText } from '../../../domain/delivery/road.ts';
import { tenantId } from '../../../domain/tenant/tenant.ts';
import { translator } from '../../../i18n/translate.ts';
import type { Message } from '../../../reply/reply.ts';
import { restOf } from '../../chat/ways.ts';
import type { Place, Posting } from '../connect/connector.ts';
import { statusOf } from '../connect/connector-error.ts';
import { personalPlace } from '../connect/personal-place.ts';
import type { TeamsOptions } from '../options.ts';
import { cardOf } from '../show/look.ts';
import { summaryOf } from '../show/say.ts';
import { threadOf } from '../where.ts';
import { failedPost } from './send-outcome.ts';

type Sent = Outgoing<Message>;

/** Teams as a road for messages: in personal conversations, in channels and in group chats. */
export function teamsPlatform(options: TeamsOptions): Platform<Message> {
  // Teams cannot be asked whether a message arrived, so there is no `find`: one that may have come says so itself.
  return { name: 'teams', send: (outgoing, signal) => send(options, outgoing, signal) };
}

async function send(options: TeamsOptions, outgoing: Sent, signal: AbortSignal): Promise<SendResult> {
  const { road, recipient } = outgoing;
  const closed = await whyClosed(options, road, recipient);
  if (closed) return { type: 'closed', reason: closed };
  const place = await placeOf(options, outgoing).catch(notSent);
  if (!place) return { type: 'closed', reason: 'the bot is not installed there' };
  if ('type' in place) return place;
  try {
    signal.throwIfAborted();
    const message = outgoing.again ? maybeAgain(outgoing) : outgoing.message;
    const posted = await postThere(options, outgoing, { place, message, signal });
    if ('type' in posted) return posted;
    await remember(options, outgoing, posted, message);
    return { type: 'sent', ...(posted.id ? { platformId: posted.id } : {}) };
  } catch (error) {
    return failedPost(error);
  }
}

/** Why nothing may be sent there: it is not of the recipient's organisation any more, or the bot is out of it. */
async function whyClosed(
  { store }: TeamsOptions,
  { tenant }: Road,
  recipient: Sent['recipient'],
): Promise<string | undefined> {
  const here = await store.get(tenantId('teams', tenant));
  if (!here || here.organisations.length === 0 || here.goneAt) return 'the tenant is not linked';
  const to = await store.get(recipient);
  if (!to || !('organisation' in to) || here.organisations.includes(to.organisation)) return undefined;
  return 'the tenant is of another organisation';
}

async function placeOf(options: TeamsOptions, { road, follows }: Sent): Promise<Place | undefined> {
  if (!isChannel(road)) return personalPlace(options, road);
  const known = await options.references.find(road.tenant, road.address);
  if (!known?.conversation) return undefined;
  const isSame = follows !== undefined && roadText(follows.road) === roadText(road);
  const conversation = isSame ? threadOf(known.conversation, follows.platformId) : known.conversation;
  return { serviceUrl: known.serviceUrl, conversation };
}

/** A conversation could not be begun: whatever went wrong, no message was sent. */
function notSent(error: unknown): SendResult {
  const result = failedPost(error);
  return result.type === 'unclear' ? { type: 'busy', scope: 'channel', reason: result.reason } : result;
}

/** Posts it; where the personal conversation is gone, in a new one. */
async function postThere(
  options: TeamsOptions,
  outgoing: Sent,
  { place, message, signal }: { place: Place; message: Message; signal: AbortSignal },
): Promise<{ id: string | undefined; place: Place } | SendResult> {
  const posting = postingOf(outgoing, message);
  try {
    return { id: await options.connector.post(place, posting), place };
  } catch (error) {
    if (statusOf(error) !== 404 || isChannel(outgoing.road)) throw error;
    signal.throwIfAborted();
    const anew = await personalPlace(options, outgoing.road, { anew: true }).catch(notSent);
    // Nobody waits for this attempt any more: it would come on top of the next one.
    signal.throwIfAborted();
    if (!anew) throw error;
    if ('type' in anew) return anew;
    return { id: await options.connector.post(anew, posting), place: anew };
  }
}

function postingOf({ kind, locale }: Sent, message: Message): Posting {
  const rest = restOf(kind, translator(locale));
  return { card: cardOf(message, locale, { rest, rows: true }), summary: summaryOf(message) };
}

/** Teams does not send a card along when a button in it is pressed, so it is kept to be drawn anew. */
async function remember(
  { sentCards, now, log }: TeamsOptions,
  { road, recipient, locale }: Sent,
  { id, place }: { id: string | undefined; place: Place },
  message: Message,
): Promise<void> {
  if (!id || isChannel(road)) return;
  const at = {
    platform: 'teams' as const,
    tenant: road.tenant,
    conversation: place.conversation,
    message: id,
  };
  try {
    await sentCards.save({ ...at, recipient, locale, content: JSON.stringify(message), sentAt: now() });
  } catch (error) {
    // It was sent: that must not be undone by what is only for its looks.
    log.warn({ reason: (error as Error).message }, 'a sent card could not be kept');
  }
}

/** Says above a message that it may have come before: nobody can look whether an earlier attempt arrived. */
function maybeAgain({ message, locale }: Sent): Message {
  const text = translator(locale)('chat.maybe-again', { platform: 'Teams' });
  return { ...message, sections: [{ type: 'notice', tone: 'info', text }, ...message.sections] };
}

/** A channel or group chat; a person is an Entra object id. */
function isChannel({ address }: Road): boolean {
  return address.includes(':');
}
