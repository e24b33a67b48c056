import type { Place } from './connect/connector.ts';
import type { Heard } from './heard.ts';

/** Where something was said or done in Teams. */
export interface Where extends Place {
  tenant: string;
  /** Only the asker and the bot read along. */
  isPersonal: boolean;
  /** The channel or group chat, where others read along. */
  channel: { id: string; name?: string } | undefined;
  team: string | undefined;
  /** What the team is called, when Teams tells. */
  teamName: string | undefined;
}

/** How the ids of channels and chats of people begin; a chat of two people also calls itself personal. */
const OF_SEVERAL = '19:';

/** What follows the id of a channel's conversation when it is one thread in it. */
const THREAD = ';messageid=';

/** Undefined when the activity names no tenant, or two: then it is nobody's. */
export function whereOf(
  { conversation, channelData }: Pick<Heard, 'conversation' | 'channelData'>,
  serviceUrl: string,
): Where | undefined {
  const tenant = onlyTenant(conversation?.tenantId, channelData?.tenant?.id);
  if (tenant === undefined) return undefined;
  const own = conversation?.id ?? '';
  const isPersonal = conversation?.conversationType === 'personal' && !own.startsWith(OF_SEVERAL);
  const id = channelData?.channel?.id ?? channelOf(own);
  const name = channelData?.channel?.name;
  return {
    tenant,
    serviceUrl,
    conversation: own,
    isPersonal,
    channel: isPersonal || id === '' ? undefined : { id, ...(name ? { name } : {}) },
    team: channelData?.team?.id ?? undefined,
    teamName: channelData?.team?.name ?? undefined,
  };
}

function onlyTenant(...named: readonly (string | null | undefined)[]): string | undefined {
  const ids = new Set(named.flatMap((id) => (id ? [id.toLowerCase()] : [])));
  const [only] = ids;
  return ids.size === 1 ? only : undefined;
}

/** A channel's id out of the id of a conversation in it. */
export function channelOf(conversation: string): string {
  return conversation.split(THREAD)[0] ?? conversation;
}

/** Names a message that one person alone sees in a channel, for knowing it again when it is to be changed. */
export function privateMessage(conversation: string, message: string, member: string): string {
  return `${channelOf(conversation)} ${message} ${member}`;
}

/** The conversation that goes on below a message in a channel. */
export function threadOf(channel: string, message: string): string {
  return `${channelOf(channel)}${THREAD}${message}`;
}
