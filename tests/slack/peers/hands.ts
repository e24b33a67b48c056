import type { Body } from './call.ts';
import type { State } from './proxy-state.ts';
import type { Workspace } from './workspace.ts';

/** Takes the bot into a channel. */
export async function invite({ people, bot, callAs }: Workspace, channel: string): Promise<void> {
  const answer = await callAs(people[0]?.name ?? '', 'conversations.invite', { channel, users: bot });
  if (!answer.ok && answer.error !== 'already_in_channel') throw new Error(String(answer.error));
}

/** What stands in a channel, or between the bot and a user; oldest first. */
export async function messagesIn({ people, bot, callAs }: Workspace, where: string): Promise<Body[]> {
  const user = people.find(({ id }) => id === where);
  const open = { users: bot, prevent_creation: true, return_im: true };
  const dm = user && ((await callAs(user.name, 'conversations.open', open)) as { channel?: { id: string } });
  if (dm !== undefined && dm.channel === undefined) return [];
  const channel = dm?.channel?.id ?? where;
  for (const { name } of people) {
    const answer = await callAs(name, 'conversations.history', { channel, limit: 1000 });
    if (answer.ok) return (answer.messages as Body[]).toReversed();
  }
  throw new Error(`nobody can read ${where}`);
}

/** A trigger id for a user, on a view if it is to put another on top of it. */
export async function newTrigger(
  { owners, expired }: State,
  { team, people, callAs }: Workspace,
  user: string,
  { view, expired: isExpired = false }: { view?: string; expired?: boolean } = {},
): Promise<string> {
  const body = { user_id: user, ...(view === undefined ? {} : { view_id: view }) };
  const answer = await callAs(people[0]?.name ?? '', 'views.generateTriggerId', body);
  if (!answer.ok) throw new Error(`no trigger: ${String(answer.error)}`);
  const trigger = String(answer.trigger_id);
  owners.learnOne(team, trigger);
  if (isExpired) expired.add(trigger);
  return trigger;
}
