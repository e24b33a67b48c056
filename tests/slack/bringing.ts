import { WebClient } from '@slack/web-api';
import type { Delivery } from '../../src/domain/delivery/delivery.ts';
import type { Platform } from '../../src/domain/delivery/platform.ts';
import { SENDING, sendingSwitch } from '../../src/domain/nudge/switch.ts';
import type { Person } from '../../src/domain/person/person.ts';
import type { Id } from '../../src/domain/shared/record.ts';
import { createMessenger } from '../../src/jobs/messenger.ts';
import type { Message } from '../../src/reply/reply.ts';
import { NO_LIMITS } from '../delivery/sending.ts';
import { only, readyCampaign, sampleTask } from '../nudges/records.ts';
import { NO_DIGEST, wall } from '../nudges/stage.ts';
import { put } from '../support/test-store.ts';
import type { Json } from './reading.ts';
import { POLICE, type Stage, type Team } from './stage.ts';

/** The real planner, outbox and sender over a stage, with a clock that is set by hand. */
export interface Bringing {
  /** Sets the clock to a wall time in Amsterdam; what the machine counts goes on as far. */
  set(local: string): void;
  pass(seconds: number): void;
  plan(): Promise<number>;
  send(): Promise<number>;
  /** Sets the clock, plans and sends. */
  at(local: string): Promise<void>;
  /** Newest first. */
  deliveries(recipient?: Id<'person' | 'subscription'>): Promise<Delivery[]>;
  /** Everything that went wrong in the sender itself. */
  errors: unknown[];
}

const ONE_AT_A_TIME = { ...NO_LIMITS, slack: { ...NO_LIMITS.slack, concurrency: 1 } };

/** Sending of these rules only, over Slack and these other roads; on since long ago. */
export async function bringing(
  { app, slack }: Stage,
  rules: readonly string[],
  ...others: Platform<Message>[]
): Promise<Bringing> {
  const startedAt = '2020-01-01T09:00:00Z';
  await put(app.store, sendingSwitch.parse({ id: SENDING, startedAt }));
  let now = wall('2026-11-20T20:00');
  let monotonic = 1_000_000;
  const errors: unknown[] = [];
  const { outbox, nudges } = app.messages;
  const messenger = createMessenger({
    store: app.store,
    outbox,
    nudges,
    rules: only(...rules),
    clock: { now: () => now, monotonic: () => monotonic },
    platforms: [slack.platform, ...others],
    limits: ONE_AT_A_TIME,
    random: () => 0.5,
    worker: 'stage',
    onError: (error) => errors.push(error),
  });
  const pass = (seconds: number) => {
    now = now.add({ seconds });
    monotonic += seconds * 1_000;
  };
  const set = (local: string) => pass((wall(local).epochMilliseconds - now.epochMilliseconds) / 1_000);
  const send = () => messenger.sendDue();
  return {
    set,
    pass,
    plan: messenger.plan,
    send,
    at: async (local) => {
      set(local);
      await messenger.plan();
      await send();
    },
    deliveries: (recipient) => outbox.list({ limit: 50, ...(recipient ? { recipient } : {}) }),
    errors,
  };
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
