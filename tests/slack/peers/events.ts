import { TOKEN } from './actor.ts';
import { APP_ID } from './workspace.ts';

type Json = Record<string, unknown>;

/** Some moment; an app should look at no more of it than the order. */
const TS = '1795430000.000400';

/** An event in the envelope that Slack sends it in. `eventId` stays the same when Slack tries again. */
export function eventCallback(sent: {
  team: string;
  event: Json;
  eventId: string;
  enterprise?: string;
  bot?: string;
}): Json {
  const { team, event, eventId, enterprise = null, bot = 'U0CAMPAGNE' } = sent;
  return {
    token: TOKEN,
    team_id: team,
    context_team_id: team,
    context_enterprise_id: enterprise,
    ...(enterprise === null ? {} : { enterprise_id: enterprise }),
    api_app_id: APP_ID,
    event,
    type: 'event_callback',
    event_id: eventId,
    event_time: 1_795_430_000,
    authorizations: [
      { enterprise_id: enterprise, team_id: team, user_id: bot, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${eventId}`,
  };
}

/** What Slack sends to see whether the address is the app's. */
export function urlVerification(challenge: string): Json {
  return { token: TOKEN, challenge, type: 'url_verification' };
}

/** Somebody opened a tab of the app; `view` is their Home tab as it was published before. */
export function appHomeOpened(
  user: string,
  channel: string,
  options: { tab?: string; view?: Json } = {},
): Json {
  const { tab = 'home', view } = options;
  return { type: 'app_home_opened', user, channel, event_ts: TS, tab, ...(view && { view }) };
}

/** Somebody wrote to the bot by itself. */
export function directMessage(user: string, channel: string, text: string): Json {
  return {
    client_msg_id: '7fd94a5e-28a0-4b32-9b5c-0d3f7e3a1c11',
    type: 'message',
    text,
    user,
    ts: TS,
    channel,
    event_ts: TS,
    channel_type: 'im',
    blocks: [{ type: 'rich_text', block_id: 'x1', elements: [richText(text)] }],
  };
}

/** Somebody called the bot in a channel; `text` holds the `<@bot>`. */
export function appMention(user: string, channel: string, text: string): Json {
  return { type: 'app_mention', user, text, ts: TS, channel, event_ts: TS };
}

/** Somebody put links of ours in a message, or in one that they are still writing (`composer`). */
export function linkShared(
  user: string,
  channel: string,
  urls: readonly string[],
  source: 'conversations_history' | 'composer' = 'conversations_history',
): Json {
  return {
    type: 'link_shared',
    user,
    channel,
    message_ts: source === 'composer' ? 'Uxxxxxxx-909b5454-75f8-4ac4-b325-1b40e230bbd8' : TS,
    unfurl_id: `${channel}.${TS}`,
    source,
    links: urls.map((url) => ({ url, domain: new URL(url).hostname })),
    is_bot_user_member: true,
    event_ts: TS,
  };
}

/** The workspace took the app away. */
export function appUninstalled(): Json {
  return { type: 'app_uninstalled', event_ts: TS };
}

/** Tokens were taken back: those of the given users, and of the given bots. */
export function tokensRevoked(users: readonly string[], bots: readonly string[]): Json {
  return { type: 'tokens_revoked', tokens: { oauth: users, bot: bots }, event_ts: TS };
}

/** Somebody's profile changed: give the user as users.info would. */
export function userChange(user: Json): Json {
  return { type: 'user_change', user, cache_ts: 1_795_430_000, event_ts: TS };
}

/** Somebody, or the bot itself, came into a channel. */
export function memberJoinedChannel(team: string, user: string, channel: string, inviter?: string): Json {
  const by = inviter === undefined ? {} : { inviter };
  return { type: 'member_joined_channel', user, channel, channel_type: 'C', team, ...by, event_ts: TS };
}

function richText(text: string): Json {
  return { type: 'rich_text_section', elements: [{ type: 'text', text }] };
}
