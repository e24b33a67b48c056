import { type At, client, eventId, frame } from './at.ts';
import type { Json } from './json.ts';
import type { Person } from './places.ts';

/** The bot is installed where `from` is, or taken away; in a team it comes from its first channel. */
export function installationUpdate(from: At, action: 'add' | 'remove' | 'add-upgrade'): Json {
  const event = teamEvent(from, { source: { name: 'message' }, ...selected(from) });
  return { ...event, ...client(), type: 'installationUpdate', action };
}

/** The bot or people come to a team or chat, or leave it. */
export function membersChanged(from: At, way: 'added' | 'removed', who: 'bot' | readonly Person[]): Json {
  const accounts =
    who === 'bot' ? [{ id: from.botId }] : who.map(({ id, aadObjectId }) => ({ id, aadObjectId }));
  const members = way === 'added' ? { membersAdded: accounts } : { membersRemoved: accounts };
  const eventType = way === 'added' ? 'teamMemberAdded' : 'teamMemberRemoved';
  const more = from.kind === 'channel' ? { eventType, ...selected(from) } : {};
  return { ...teamEvent(from, more), type: 'conversationUpdate', ...members };
}

export type ChannelEvent =
  | 'channelCreated'
  | 'channelRenamed'
  | 'channelDeleted'
  | 'channelRestored'
  | 'channelShared'
  | 'channelUnshared';

/** Something happened to a channel of the team; it is told about in the team's first channel. */
export function channelChanged(
  from: At,
  eventType: ChannelEvent,
  channel: { id: string; name: string },
): Json {
  const sharing = eventType === 'channelShared' ? { sharedWithTeams: [{ id: from.tenant.team.id }] } : {};
  return {
    ...teamEvent(from, { eventType, channel: { id: channel.id, name: channel.name }, ...sharing }),
    type: 'conversationUpdate',
  };
}

export type TeamEvent =
  | 'teamRenamed'
  | 'teamDeleted'
  | 'teamHardDeleted'
  | 'teamArchived'
  | 'teamUnarchived'
  | 'teamRestored';

/** Something happened to the whole team. */
export function teamChanged(from: At, eventType: TeamEvent, name = from.tenant.team.name): Json {
  const { id, aadGroupId } = from.tenant.team;
  return { ...teamEvent(from, { eventType, team: { id, aadGroupId, name } }), type: 'conversationUpdate' };
}

/** Events of a team stand in no thread and name the team in full. */
function teamEvent(from: At, more: Json): Json {
  const { channelData, ...rest } = frame({ ...from, thread: '' }, eventId());
  if (from.kind !== 'channel') return { ...rest, channelData: { ...(channelData as Json), ...more } };
  const { id, aadGroupId, name } = from.tenant.team;
  const first = { isGroup: true, conversationType: 'channel', tenantId: from.tenant.id, id };
  return {
    ...rest,
    conversation: first,
    channelData: { tenant: { id: from.tenant.id }, team: { id, aadGroupId, name }, ...more },
  };
}

function selected(from: At): Json {
  return from.kind === 'channel' ? { settings: { selectedChannel: { id: from.conversation } } } : {};
}
