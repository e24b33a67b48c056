import { randomUUID } from 'node:crypto';
import type { Connector } from './connector.ts';
import type { Json } from './json.ts';
import type { Person, Tenant, TenantName } from './places.ts';

/** `personal` is between the bot and this person; `group` a group chat; the others channels of the team, by name. */
export type Where = 'personal' | 'group' | 'channel' | 'algemeen' | 'campagnes' | 'gedeeld';

/** Who does something, and where. */
export interface At {
  serviceUrl: string;
  botId: string;
  tenant: Tenant;
  person: Person;
  kind: 'personal' | 'group' | 'channel';
  /** The conversation's id, without the message that began a thread. */
  conversation: string;
  /** The message that began the thread in a channel; without it what is typed begins one. */
  thread?: string;
}

/** Anna in her own chat with the bot, unless told otherwise. `channel` is the second channel of the team. */
export function at(
  connector: Connector,
  key: TenantName,
  who = 'anna',
  where: Where = 'personal',
  thread?: string,
): At {
  const tenant = connector.tenant(key);
  const person = connector.person(key, who);
  const common = { serviceUrl: connector.serviceUrl(key), botId: connector.botId, tenant, person };
  if (where === 'personal') return { ...common, kind: where, conversation: person.personal };
  if (where === 'group') return { ...common, kind: where, conversation: tenant.group.id };
  const { id } = connector.channel(key, where === 'channel' ? 'campagnes' : where);
  return { ...common, kind: 'channel', conversation: id, ...(thread === undefined ? {} : { thread }) };
}

/** The same place for somebody else, or for the same person: where a card stands that they press a button of. */
export function sameWhere(connector: Connector, from: At, who: string): At {
  const person = connector.person(from.tenant.key, who);
  if (from.kind === 'personal' && person.id !== from.person.id)
    throw new Error(`${who} does not see the chat of ${from.person.name}`);
  return { ...from, person, serviceUrl: connector.serviceUrl(from.tenant.key) };
}

/** Every place where somebody reads along. */
export function placesOf(connector: Connector, key: TenantName, who: string): At[] {
  const channels = connector.tenant(key).team.channels.map(({ name }) => name as Where);
  return (['personal', 'group', ...channels] as const).map((where) => at(connector, key, who, where));
}

/** A fresh activity id as messages have it: milliseconds since 1970. */
export function messageId(): string {
  return String(++messages);
}

let messages = 1_795_420_000_000;

/** What stands in everything that Teams sends the bot. */
export function frame(from: At, id: string): Json {
  const { serviceUrl, botId, person } = from;
  return {
    id,
    channelId: 'msteams',
    serviceUrl,
    timestamp: '2026-11-23T09:00:00.000Z',
    from: {
      id: person.id,
      name: person.realName,
      ...(person.aadObjectId === undefined ? {} : { aadObjectId: person.aadObjectId }),
    },
    conversation: conversationOf(from, from.thread ?? id),
    recipient: { id: botId, name: 'Campagneregie' },
    channelData: channelDataOf(from),
  };
}

/** What stands beside it in what somebody typed, clicked or installed: their language, zone and client. */
export function client(): Json {
  const info = { locale: 'nl-NL', country: 'NL', platform: 'Web', timezone: 'Europe/Amsterdam' };
  return {
    locale: 'nl-NL',
    localTimezone: 'Europe/Amsterdam',
    localTimestamp: '2026-11-23T10:00:00.000+01:00',
    entities: [{ type: 'clientInfo', ...info }],
  };
}

/** Events and clicks have ids of another form than messages. */
export function eventId(): string {
  return `f:${randomUUID()}`;
}

function conversationOf({ kind, tenant, conversation }: At, thread: string): Json {
  const tenantId = tenant.id;
  if (kind === 'personal') return { conversationType: 'personal', tenantId, id: conversation };
  if (kind === 'group') return { isGroup: true, conversationType: 'groupChat', tenantId, id: conversation };
  const id = thread === '' ? conversation : `${conversation};messageid=${thread}`;
  return { isGroup: true, conversationType: 'channel', tenantId, id };
}

/** Names of the team and its channel only come with events about them. */
function channelDataOf({ kind, tenant, conversation }: At): Json {
  const common = { tenant: { id: tenant.id } };
  if (kind !== 'channel') return common;
  return {
    teamsChannelId: conversation,
    teamsTeamId: tenant.team.id,
    channel: { id: conversation },
    team: { id: tenant.team.id },
    ...common,
  };
}
