import type { Body, Call } from './call.ts';
import type { Answer, Workspace } from './workspace.ts';

/** Where Slack is stricter or says more than emulate does. */

const MEMBERS_ONLY = ['chat.postMessage', 'chat.postEphemeral', 'conversations.history'];

/** What Slack says to an app that is not in a channel; emulate lets it into every public one. */
export async function membershipRefusal(
  { method, body }: Call,
  scopes: readonly string[],
  { bot, people, callAs }: Workspace,
): Promise<string | undefined> {
  const channel = String(body.channel ?? '');
  if (!channel.startsWith('C')) return undefined;
  const reader = people[0]?.name ?? '';
  const { members = [] } = (await callAs(reader, 'conversations.members', { channel })) as {
    members?: string[];
  };
  if (members.length === 0 || members.includes(bot)) return undefined;
  const info = (await callAs(reader, 'conversations.info', { channel })) as { channel?: Body };
  if (info.channel?.is_private === true) return 'channel_not_found';
  if (method === 'chat.postMessage' && scopes.includes('chat:write.public')) return undefined;
  return MEMBERS_ONLY.includes(method) ? 'not_in_channel' : undefined;
}

/** A stretch of history as Slack cuts it: emulate knows no times, and gives metadata unasked. */
export function cutHistory(answer: Answer, body: Body): Answer {
  if (!answer.ok) return answer;
  const { oldest = '0', latest = '9999999999', cursor = '' } = body;
  const limit = Math.min(Number(body.limit) || 100, 999);
  const inclusive = isTrue(body.inclusive);
  const within = ({ ts }: Message) =>
    (Number(ts) > Number(oldest) && Number(ts) < Number(latest)) ||
    (inclusive && (Number(ts) === Number(oldest) || Number(ts) === Number(latest)));
  const all = (answer.messages as Message[]).filter(within);
  const start = Math.max(
    0,
    all.findIndex(({ ts }) => ts === cursor),
  );
  const messages = all.slice(start, start + limit);
  if (!isTrue(body.include_all_metadata)) {
    for (const message of messages) {
      if (message.metadata !== undefined) message.metadata = { event_type: message.metadata.event_type };
    }
  }
  const next = all[start + limit];
  return {
    ok: true,
    messages,
    has_more: next !== undefined,
    response_metadata: { next_cursor: next?.ts ?? '' },
  };
}

/** People as Slack gives them, with what emulate leaves out: zone, language, guest, gone. */
export function fullUsers(answer: Answer, body: Body, workspace: Workspace): Answer {
  const { user, members } = answer as { user?: Body; members?: Body[] };
  const full = (each: Body) => ({ ...each, ...extraOf(each, body, workspace) });
  if (user?.profile !== undefined) return { ...answer, user: full(user) };
  return members?.[0]?.profile === undefined ? answer : { ...answer, members: members.map(full) };
}

function extraOf(user: Body, body: Body, { people }: Workspace): Body {
  const person = people.find(({ id }) => id === user.id);
  if (person === undefined) return {};
  const { tz, locale, guest, deleted } = person;
  return {
    deleted,
    tz,
    tz_label: tz,
    is_restricted: guest,
    is_ultra_restricted: false,
    is_owner: false,
    is_primary_owner: false,
    is_app_user: false,
    is_email_confirmed: true,
    ...(isTrue(body.include_locale) ? { locale } : {}),
  };
}

interface Message extends Body {
  ts: string;
  metadata?: { event_type: string; event_payload?: unknown };
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true' || value === '1';
}
