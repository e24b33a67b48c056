import { type Actor, channelName, domainOf, frame, nameOf, TOKEN } from './actor.ts';
import { viewState } from './view-state.ts';
import { APP_ID } from './workspace.ts';

export type { Actor };

type Json = Record<string, unknown>;

export interface SlashCommand extends Actor {
  channel: string;
  command: string;
  text: string;
  trigger: string;
  responseUrl: string;
}

/** Somebody typed a command. */
export function slashCommand(sent: SlashCommand): Json {
  const { team, user, enterprise, channel, command, text, trigger, responseUrl } = sent;
  return {
    token: TOKEN,
    team_id: team,
    team_domain: domainOf(team),
    ...(enterprise === undefined ? {} : { enterprise_id: enterprise, enterprise_name: 'Concern' }),
    channel_id: channel,
    channel_name: channelName(channel),
    user_id: user,
    user_name: nameOf(user),
    command,
    text,
    api_app_id: APP_ID,
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: trigger,
  };
}

export interface BlockActions extends Actor {
  channel?: string;
  /** The message with the button, with its ts; none for one that only the user saw. */
  message?: Json;
  /** The ts of a message that only the user saw. */
  ephemeral?: string;
  /** The modal or Home tab with the button, as Slack gave it back. */
  view?: Json;
  /** What stands in the inputs of the view, by action id. */
  values?: Record<string, string | string[] | null>;
  action: Json;
  trigger: string;
  responseUrl?: string;
}

/** Somebody pressed a button or chose something, in a message, a modal or the Home tab. */
export function blockActions(sent: BlockActions): Json {
  const { channel, message, ephemeral, view, values, action, trigger, responseUrl } = sent;
  const seen = view === undefined ? undefined : { ...view, state: viewState(view, values) };
  return {
    type: 'block_actions',
    ...frame(sent),
    container: containerOf(sent),
    trigger_id: trigger,
    ...(channel === undefined ? {} : { channel: { id: channel, name: channelName(channel) } }),
    ...(message === undefined || ephemeral !== undefined ? {} : { message }),
    ...(seen === undefined ? { state: { values: {} } } : { view: seen }),
    ...(responseUrl === undefined || view !== undefined ? {} : { response_url: responseUrl }),
    actions: [{ type: 'button', block_id: 'blok', action_ts: '1795430000.000100', ...action }],
  };
}

function containerOf({ channel, message, ephemeral, view }: BlockActions): Json {
  if (view !== undefined) return { type: 'view', view_id: view.id };
  return {
    type: 'message',
    message_ts: ephemeral ?? message?.ts,
    channel_id: channel,
    is_ephemeral: ephemeral !== undefined,
  };
}

/** Somebody sent a modal in; what is not in `values` stands as it was opened. */
export function viewSubmission(
  sent: Actor & { view: Json; values: Record<string, string | string[] | null>; trigger?: string },
): Json {
  return {
    type: 'view_submission',
    ...frame(sent),
    trigger_id: sent.trigger ?? '',
    view: { ...sent.view, state: viewState(sent.view, sent.values, { complete: true }) },
    response_urls: [],
  };
}

/** Somebody closed a modal that asked to hear of it. */
export function viewClosed(sent: Actor & { view: Json; isCleared?: boolean }): Json {
  const view = { ...sent.view, state: { values: {} } };
  return { type: 'view_closed', ...frame(sent), view, is_cleared: sent.isCleared ?? false };
}

/** Somebody types into a list that the app fills. */
export function blockSuggestion(
  sent: Actor & { view: Json; actionId: string; blockId: string; value: string },
): Json {
  const { view, actionId, blockId, value } = sent;
  return {
    type: 'block_suggestion',
    ...frame(sent),
    container: { type: 'view', view_id: view.id },
    action_id: actionId,
    block_id: blockId,
    value,
    view: { ...view, state: { values: {} } },
  };
}

/** Somebody chose the app in the menu of a message. */
export function messageShortcut(
  sent: Actor & { channel: string; message: Json; callbackId: string; trigger: string; responseUrl: string },
): Json {
  const { channel, message, callbackId, trigger, responseUrl } = sent;
  return {
    type: 'message_action',
    ...frame(sent),
    action_ts: '1795430000.000200',
    callback_id: callbackId,
    trigger_id: trigger,
    response_url: responseUrl,
    channel: { id: channel, name: channelName(channel) },
    message_ts: message.ts,
    message: { type: 'message', team: sent.team, ...message },
  };
}

/** Somebody chose the app in the search or the plus menu: there is no channel. */
export function globalShortcut(sent: Actor & { callbackId: string; trigger: string }): Json {
  const { callbackId, trigger } = sent;
  return {
    type: 'shortcut',
    ...frame(sent),
    action_ts: '1795430000.000300',
    callback_id: callbackId,
    trigger_id: trigger,
  };
}
