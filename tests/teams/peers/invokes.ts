import { type At, client, eventId, frame } from './at.ts';
import type { Json } from './json.ts';

const THEME = { theme: 'default' };

/** What Teams waits for an answer to, by its name; where there is no such thing, the bot says 501. */
export function invoke(from: At, name: string, value: unknown, more: Json = {}): Json {
  return { ...frame(from, eventId()), ...client(), type: 'invoke', name, value, ...more };
}

/** A press of Action.Execute in the card of a message; in `data` what the button and the inputs hold. */
export function executeAction(
  from: At,
  { verb, data, replyToId, title }: { verb: string; data: unknown; replyToId: string; title?: string },
): Json {
  const action = { type: 'Action.Execute', ...(title === undefined ? {} : { title }), verb, data };
  return invoke(from, 'adaptiveCard/action', { action, trigger: 'manual' }, { replyToId });
}

/** A press of Action.Submit that opens a dialog: what stands under `msteams` in its data says so. */
export function taskFetch(from: At, data: unknown, replyToId: string): Json {
  return invoke(from, 'task/fetch', { data, context: THEME }, { replyToId });
}

/** A press of Action.Submit in an open dialog; in `data` what the button and the inputs hold. */
export function taskSubmit(from: At, data: unknown, replyToId?: string): Json {
  const more = replyToId === undefined ? {} : { replyToId };
  return invoke(from, 'task/submit', { data, context: THEME }, more);
}

/** Something typed in the search of the message extension; an empty text when it has just been opened. */
export function extensionQuery(from: At, { commandId, text, parameter, skip = 0 }: ExtensionSearch): Json {
  const isFirst = text === '';
  const parameters = [isFirst ? { name: 'initialRun', value: 'true' } : { name: parameter, value: text }];
  const value = { commandId, parameters, queryOptions: { skip, count: 25 } };
  return fromCompose(invoke(from, 'composeExtension/query', value), 'compose');
}

export interface ExtensionSearch {
  commandId: string;
  text: string;
  parameter: string;
  skip?: number;
}

/** A message on which somebody uses an action of the message extension. */
export interface OnMessage {
  id: string;
  html: string;
  author?: string;
}

/** An action of the message extension is chosen: from the compose box, or on a message with all that it holds. */
export function extensionFetchTask(from: At, commandId: string, on?: OnMessage): Json {
  return fromCompose(
    invoke(from, 'composeExtension/fetchTask', extensionValue(from, commandId, on)),
    contextOf(on),
  );
}

/** The dialog of such an action is sent. */
export function extensionSubmitAction(from: At, commandId: string, data: unknown, on?: OnMessage): Json {
  const value = { ...extensionValue(from, commandId, on), data };
  return fromCompose(invoke(from, 'composeExtension/submitAction', value), contextOf(on));
}

/** A link in a message that is being written, to show as a card. */
export function extensionQueryLink(from: At, url: string): Json {
  return fromCompose(invoke(from, 'composeExtension/queryLink', { url }), 'compose');
}

/** Something typed in a choice set that searches on the server. */
export function applicationSearch(from: At, queryText: string, dataset: string): Json {
  const value = { kind: 'search', queryText, queryOptions: { skip: 0, top: 15 }, dataset };
  return invoke(from, 'application/search', value);
}

function contextOf(on: OnMessage | undefined): 'message' | 'compose' {
  return on === undefined ? 'compose' : 'message';
}

function fromCompose(activity: Json, name: string): Json {
  return { ...activity, channelData: { ...(activity.channelData as Json), source: { name } } };
}

function extensionValue(from: At, commandId: string, on: OnMessage | undefined): Json {
  const common = { commandId, commandContext: contextOf(on), context: THEME };
  if (on === undefined) return common;
  const { conversation, person } = from;
  const user = {
    userIdentityType: 'aadUser',
    id: person.aadObjectId,
    displayName: on.author ?? person.realName,
  };
  const messagePayload = {
    id: on.id,
    replyToId: null,
    createdDateTime: '2026-11-23T08:55:00.000Z',
    lastModifiedDateTime: null,
    deleted: false,
    subject: null,
    summary: null,
    importance: 'normal',
    locale: 'nl-nl',
    linkToMessage: `https://teams.example/l/message/${conversation}/${on.id}`,
    from: { device: null, conversation: null, user, application: null },
    body: { contentType: 'html', content: on.html },
    attachments: [],
    mentions: [],
    reactions: [],
  };
  return { ...common, messagePayload };
}
