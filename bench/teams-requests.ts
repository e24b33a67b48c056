import { executeAction, message, taskFetch } from '../tests/teams/peers/activities.ts';
import { type At, messageId } from '../tests/teams/peers/at.ts';
import type { Json } from '../tests/teams/peers/json.ts';
import { tenantOf } from '../tests/teams/peers/places.ts';

/** What both Teams apps are set up with, and what they are told. */

export const CLIENT_ID = '0f9b6f4e-5a52-4a0e-8f4e-1d6a8c2f7b11';
/** Without a signature that anybody checks: the SDK only reads it. */
export const BOT_TOKEN = 'eyJhbGciOiJSUzI1NiJ9.eyJhcHBpZCI6ImJvdCJ9.c2xldXRlbC12YW4tZGUtYm90';
const TENANT = tenantOf('T1');
export const TENANT_ID = TENANT.id;

/** So many ask at once at most, each in a conversation of their own. */
const SEATS = 10;

/** Where the driver stands for Teams, as the apps are told when they start. */
export interface Told {
  serviceUrl: string;
  openIdMetadataUrl: string;
}

/** Somebody types, presses a button in a card, or opens a dialog with one. */
export type Doing =
  | { typed: string }
  | { pressed: { verb: string; title: string; data: unknown } }
  | { opened: unknown };

/** Who sits there, by Entra id. */
export function userOf(seat: number): string {
  return `aaaaaaaa-0000-4000-8000-${String(seat).padStart(12, '0')}`;
}

/** Everyone who asks. */
export const USERS = Array.from({ length: SEATS }, (_, seat) => userOf(seat));

/** The conversation of a seat, as it stands in the address of a call. */
export function conversationOf(seat: number): string {
  return `a:bench-${seat}`;
}

/** What Teams delivers for it: never the same message, and never a press on the same card. */
export function activityOf(doing: Doing, serviceUrl: string, seat: number): Json {
  const from = place(serviceUrl, seat);
  if ('typed' in doing) return message(from, doing.typed);
  if ('opened' in doing) return taskFetch(from, doing.opened, messageId());
  return executeAction(from, { ...doing.pressed, replyToId: messageId() });
}

/** An activity as the bytes of a request. */
export function activityRequest(port: number, activity: Json, token: string): string {
  const body = JSON.stringify(activity);
  return [
    'POST /api/messages HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    'User-Agent: Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `Authorization: Bearer ${token}`,
    '',
    body,
  ].join('\r\n');
}

function place(serviceUrl: string, seat: number): At {
  const [anna] = TENANT.people;
  if (!anna || seat >= SEATS) throw new Error(`nobody sits at ${seat}`);
  const conversation = conversationOf(seat);
  const person = { ...anna, id: `29:bench-${seat}`, aadObjectId: userOf(seat), personal: conversation };
  return { serviceUrl, botId: `28:${CLIENT_ID}`, tenant: TENANT, person, kind: 'personal', conversation };
}
