import { WebClient } from '@slack/web-api';
import type { Platform } from '../../src/domain/delivery/platform.ts';
import type { Person } from '../../src/domain/person/person.ts';
import type { Id } from '../../src/domain/shared/record.ts';
import type { Message } from '../../src/reply/reply.ts';
import { readyCampaign, sampleTask } from '../nudges/records.ts';
import { NO_DIGEST } from '../nudges/stage.ts';
import { type Bringing, bringingOver } from '../support/bringing.ts';
import { put } from '../support/test-store.ts';
import type { Json } from './reading.ts';
import { POLICE, type Stage, type Team } from './stage.ts';

export type { Bringing } from '../support/bringing.ts';

/** Sending of these rules only, over Slack and these other roads; on since long ago. */
export function bringing(
  { app, slack }: Stage,
  rules: readonly string[],
  ...others: Platform<Message>[]
): Promise<Bringing> {
  return bringingOver(app, rules, [slack.platform, ...others]);
}

/** Makes somebody of a workspace known to the bot: a partner who wants no digest, unless told otherwise. */
export async function partner(
  stage: Stage,
  team: Team,
  who: string,
  more: Partial<Person> = {},
): Promise<Person> {
  await stage.type(team, who, 'help');
  const { id } = await stage.person(team, who);
  await stage.change(id, { role: 'partner', digest: NO_DIGEST, ...more });
  return stage.person(team, who);
}

/** A campaign in October 2027, for which everything is ready, and a task for it that was due on Friday 20 November 2026. */
export async function lateTask(stage: Stage, owner: Id<'person'>, name = 'stand'): Promise<void> {
  const campaign = readyCampaign('herfst', { leads: [{ organisation: POLICE }], audiences: [] });
  await put(stage.app.store, ...((await stage.app.store.get(campaign.id)) ? [] : [campaign]));
  await put(stage.app.store, sampleTask(name, { owners: [owner], due: { date: '2026-11-20' } }));
}

/** What stands between the bot and somebody, oldest first. */
export async function received({ server }: Stage, team: Team, who: string): Promise<Json[]> {
  return (await server.messages(team, server.person(team, who).id)) as Json[];
}

/** The conversation between the bot and somebody. */
export async function conversationWith({ server }: Stage, team: Team, who: string): Promise<string> {
  const token = server.calls.findLast((call) => call.team === team && call.token !== '')?.token;
  const client = new WebClient(token, { slackApiUrl: server.apiUrl });
  const { channel } = await client.conversations.open({ users: server.person(team, who).id });
  return channel?.id ?? '';
}
