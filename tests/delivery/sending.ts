import type { Delivery } from '../../src/domain/delivery/delivery.ts';
import type { Rate, SendingLimits } from '../../src/domain/delivery/limits.ts';
import type { Outgoing, Platform, SendResult } from '../../src/domain/delivery/platform.ts';
import type { PlatformName, Road } from '../../src/domain/delivery/road.ts';
import type { Prepared } from '../../src/jobs/prepared.ts';
import { createSender, type Sender, type SenderOptions } from '../../src/jobs/sender.ts';
import type { Message } from '../../src/reply/reply.ts';
import { type FakeClock, fakeClock, newQueue, type Queue } from './queue.ts';

type Answer = SendResult | Promise<SendResult>;

/** A platform in this process that answers as the test says, and remembers what it was handed. */
export interface ScriptedPlatform extends Platform<Message> {
  handed: Outgoing<Message>[];
  /** What it does with the next messages; without a script it takes them. */
  answer: (outgoing: Outgoing<Message>) => Answer;
}

export function scripted(name: PlatformName = 'slack'): ScriptedPlatform {
  const platform: ScriptedPlatform = {
    name,
    handed: [],
    answer: () => ({ type: 'sent', platformId: 'p' }),
    async send(outgoing) {
      platform.handed.push(outgoing);
      return platform.answer(outgoing);
    },
  };
  return platform;
}

const MANY: Rate = { messages: 10_000, seconds: 1 };
const FREE = { perChannel: MANY, perTenant: MANY, perPlatform: MANY, concurrency: 2 };
export const NO_LIMITS: SendingLimits = { slack: FREE, teams: FREE, email: FREE, console: FREE };

/** The user of a tenant that a delivery goes to in these tests: `slack T1` leads to its user U. */
export function roadOfLane(lane: string): Road {
  const [platform, tenant = ''] = lane.split(' ');
  return { platform: platform as PlatformName, tenant, address: 'U' };
}

/** A message that says which delivery it is. */
export function toSend(delivery: Delivery, roads = [roadOfLane(delivery.lane)]): Prepared {
  const message: Message = { type: 'message', title: delivery.id, sections: [], audience: 'private' };
  const { id, kind, recipient } = delivery;
  const outgoing = { delivery: id, kind, recipient, locale: 'nl' as const, message, campaigns: [] };
  return { type: 'send', roads, outgoing, text: `text of ${id}` };
}

export interface Bench extends Queue {
  clock: FakeClock;
  sender: Sender;
  errors: { error: unknown; delivery: string | undefined }[];
  /** A sender of another process over the same queue. */
  another(more?: Partial<SenderOptions>): Sender;
  /** Lets the time pass until the next message is due; a second when one is already, and its tenant rests. */
  passOn(): Promise<void>;
}

/** A sender over a real queue, with a clock that stands still and no limits unless told otherwise. */
export async function bench(options: Partial<SenderOptions> = {}): Promise<Bench> {
  const made = await newQueue();
  const clock = fakeClock();
  const errors: Bench['errors'] = [];
  let workers = 0;
  const another = (more: Partial<SenderOptions> = {}) =>
    createSender({
      outbox: made.outbox,
      platforms: [],
      prepare: async (delivery) => toSend(delivery),
      clock,
      limits: NO_LIMITS,
      random: () => 0.5,
      worker: `worker ${++workers}`,
      onError: (error, delivery) => errors.push({ error, delivery }),
      ...options,
      ...more,
    });
  const passOn = async () => {
    const due = await made.outbox.nextDue();
    if (!due) return;
    const wait = due.epochMilliseconds - clock.now().epochMilliseconds;
    clock.pass(wait > 0 ? wait : 1_000);
  };
  return { ...made, clock, errors, another, passOn, sender: another() };
}
