import {
  type Call,
  type Found,
  findConversation,
  findPerson,
  isInstalled,
  type Shown,
  type State,
} from './connector-state.ts';
import type { Json } from './json.ts';
import type { Person } from './places.ts';
import { Refused } from './refusals.ts';

/** Does what a call asks and gives the answer; Refused when Teams would not. */
export function answerOf(state: State, call: Call): { status: number; body?: unknown } {
  switch (call.call) {
    case 'create':
      return { status: 201, body: create(state, call) };
    case 'update':
      return { status: 200, body: update(state, call) };
    case 'delete':
      remove(state, call);
      return { status: 200 };
    case 'conversation':
      return { status: 201, body: newConversation(state, call) };
    // Only this answer names the Entra id otherwise than the others do.
    case 'members':
      return { status: 200, body: roster(state, call).map((person) => account(person, 'objectId')) };
    case 'paged members':
      return { status: 200, body: { members: roster(state, call).map((person) => account(person)) } };
    case 'member':
      return { status: 200, body: account(member(state, call)) };
    case 'team':
      return { status: 200, body: team(state, call) };
    case 'channels':
      return { status: 200, body: { conversations: channels(state, call) } };
  }
}

function create(state: State, call: Call): Json {
  const { kind, members } = writable(state, call);
  const { body, isTargeted } = call;
  checkContent(body);
  const { recipient } = body as { recipient?: Json };
  if ((recipient?.isTargeted === true) !== isTargeted)
    throw new Refused(400, 'BadArgument', 'recipient.isTargeted and isTargetedActivity are not the same');
  const shown: Shown = { id: state.newId(), activity: body, turn: state.newTurn() };
  if (call.thread !== undefined) shown.thread = call.thread;
  if (isTargeted) {
    if (kind === 'personal') throw new Refused(400, 'BadArgument', 'no targeted messages in a personal chat');
    const person = members.find((each) => each.id === recipient?.id || each.aadObjectId === recipient?.id);
    if (person === undefined) throw new Refused(400, 'BadArgument', 'the recipient is missing');
    shown.for = person.id;
  }
  listOf(state, call.conversation).push(shown);
  return { id: shown.id };
}

function update(state: State, call: Call): Json {
  writable(state, call);
  checkContent(call.body);
  const shown = find(state, call);
  if (call.isTargeted && call.body.recipient !== undefined)
    throw new Refused(400, 'BadArgument', 'a recipient where the message has one already');
  shown.activity = call.body;
  shown.turn = state.newTurn();
  return { id: shown.id };
}

function remove(state: State, call: Call): void {
  writable(state, call);
  const list = listOf(state, call.conversation);
  list.splice(list.indexOf(find(state, call)), 1);
}

/** With one member the conversation between that person and the bot, always the same; with a channel a new thread. */
function newConversation(state: State, call: Call): Json {
  const { tenant, body } = call;
  const { channel, tenant: named } = (body.channelData ?? {}) as { channel?: Json; tenant?: Json };
  if (channel !== undefined) {
    const inChannel = { ...call, conversation: String(channel.id), body: body.activity as Json };
    const { id } = create(state, inChannel);
    return { id: `${channel.id};messageid=${id}`, activityId: id };
  }
  if (body.tenantId === undefined && named?.id === undefined)
    throw new Refused(400, 'BadSyntax', 'no tenant is named');
  if ((body.tenantId ?? tenant.id) !== tenant.id || (named?.id ?? tenant.id) !== tenant.id)
    throw new Refused(403, 'Forbidden', 'another tenant is named');
  const [first] = (body.members ?? []) as { id?: string }[];
  const person = findPerson(tenant, first?.id ?? '');
  if (person === undefined) throw new Refused(400, 'BadSyntax', 'no such member');
  installedIn(state, { ...call, conversation: person.personal });
  if (body.activity !== undefined) {
    const { id } = create(state, { ...call, conversation: person.personal, body: body.activity as Json });
    return { id: person.personal, activityId: id };
  }
  return { id: person.personal };
}

function installedIn(state: State, call: Call): Found {
  const found = findConversation(call.tenant, call.conversation);
  if (found === undefined) throw new Refused(404, 'ConversationNotFound', 'Conversation not found.');
  if (!isInstalled(state, call.tenant, found))
    throw new Refused(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
  return found;
}

const writable = installedIn;

function checkContent({ type, text, attachments }: Json): void {
  if (type === 'typing') return;
  if (type !== 'message') throw new Refused(400, 'BadSyntax', `activities of type ${String(type)}`);
  const isEmpty = (text === undefined || text === '') && ((attachments ?? []) as unknown[]).length === 0;
  if (isEmpty) throw new Refused(400, 'BadSyntax', 'nothing to show');
}

function find(state: State, { conversation, id, isTargeted }: Call): Shown {
  const shown = listOf(state, conversation).find((each) => each.id === id);
  if (shown === undefined || (shown.for !== undefined) !== isTargeted)
    throw new Refused(404, 'ActivityNotFoundInConversation', 'no such activity in the conversation');
  return shown;
}

function listOf({ shown }: State, conversation: string): Shown[] {
  const list = shown.get(conversation) ?? [];
  shown.set(conversation, list);
  return list;
}

function roster(state: State, call: Call): readonly Person[] {
  return installedIn(state, call).members;
}

function member(state: State, call: Call): Person {
  const id = call.id ?? '';
  const person = roster(state, call).find((each) => each.id === id || each.aadObjectId === id);
  if (person === undefined)
    throw new Refused(404, 'MemberNotFoundInConversation', 'Member not found in conversation.');
  return person;
}

function account(person: Person, entraKey: 'aadObjectId' | 'objectId' = 'aadObjectId'): Json {
  const { id, realName, aadObjectId, userPrincipalName, email, tenantId, userRole } = person;
  const [givenName = '', ...surname] = realName.split(' ');
  const names = { name: realName, givenName, surname: surname.join(' ') };
  // Who has no account is shown by a name alone, as an anonymous guest.
  if (aadObjectId === undefined) return { id, name: realName, userRole: 'anonymous', tenantId };
  return { id, ...names, [entraKey]: aadObjectId, userPrincipalName, email, tenantId, userRole };
}

function team(state: State, call: Call): Json {
  const { tenant } = call;
  teamInstalled(state, call);
  const { id, name, aadGroupId, channels: all } = tenant.team;
  const counts = { channelCount: all.length, memberCount: tenant.people.length };
  return { id, name, aadGroupId, type: 'standard', tenantId: tenant.id, ...counts };
}

/** The first channel has no name of its own: Teams shows it as "General" in each person's language. */
function channels(state: State, call: Call): Json[] {
  teamInstalled(state, call);
  return call.tenant.team.channels.map(({ id, name, type }, index) =>
    index === 0 ? { id, type } : { id, name, type },
  );
}

function teamInstalled(state: State, { tenant, id }: Call): void {
  if (id !== tenant.team.id) throw new Refused(404, 'TeamNotFound', 'no such team');
  if (!state.installed.has(tenant.team.id))
    throw new Refused(403, 'BotNotInConversationRoster', 'The bot is not part of the team.');
}
