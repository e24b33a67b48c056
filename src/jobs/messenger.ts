import type { Clock } from '../core/clock.ts';
import { givingWay } from '../core/give-way.ts';
import type { SendingLimits } from '../domain/delivery/limits.ts';
import type { Platform } from '../domain/delivery/platform.ts';
import type { Message } from '../reply/reply.ts';
import { messageMaker } from './make-message.ts';
import { createPlanner } from './planner.ts';
import { createSender, type Sender } from './sender.ts';
import { type SituationOptions, situationReader } from './situation.ts';

export interface MessengerOptions extends SituationOptions {
  /** Where the pages are, without a slash at the end. */
  publicUrl: string;
  platforms: readonly Platform<Message>[];
  limits: SendingLimits;
  clock: Clock;
  random: () => number;
  /** No two processes have the same, not even one after the other. */
  worker: string;
  /** What went wrong, and with which message. */
  onError: (error: unknown, delivery: string | undefined) => void;
}

/** What the bot does by itself: plans what is due, and sends what is planned. */
export interface Messenger extends Sender {
  /** Queues what is due and not there yet; gives how many messages. */
  plan(): Promise<number>;
  /** Once a day: takes away the texts of messages that are older than 90 days, and messages of years ago. */
  tidy(): Promise<void>;
}

/** DESIGN decision 10: the text of a message is kept for 90 days. */
const TEXT_DAYS = 90;
/** Long after anyone remembers: until then nothing that was asked once is asked again. */
const KEPT_DAYS = 10 * 366;

/** Puts planner and sender together over one situation. */
export function createMessenger(options: MessengerOptions): Messenger {
  const { clock, outbox, platforms } = options;
  const giveWay = givingWay(() => clock.monotonic());
  const situation = situationReader(options, giveWay);
  const console = platforms.some(({ name }) => name === 'console');
  const prepare = messageMaker({ ...options, now: () => clock.now(), situation, giveWay, console });
  return {
    ...createSender({ ...options, prepare }),
    plan: createPlanner({ ...options, situation }),
    async tidy() {
      await outbox.forgetTexts(clock.now().subtract({ hours: 24 * TEXT_DAYS }));
      await outbox.removeOld(clock.now().subtract({ hours: 24 * KEPT_DAYS }));
    },
  };
}
