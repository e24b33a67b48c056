import type { App } from '../../src/app.ts';
import type { Delivery } from '../../src/domain/delivery/delivery.ts';
import type { Platform } from '../../src/domain/delivery/platform.ts';
import { SENDING, sendingSwitch } from '../../src/domain/nudge/switch.ts';
import type { Id } from '../../src/domain/shared/record.ts';
import { createMessenger } from '../../src/jobs/messenger.ts';
import type { Message } from '../../src/reply/reply.ts';
import { NO_LIMITS } from '../delivery/sending.ts';
import { only } from '../nudges/records.ts';
import { wall } from '../nudges/stage.ts';
import { put } from './test-store.ts';

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

const ONE_AT_A_TIME = {
  ...NO_LIMITS,
  slack: { ...NO_LIMITS.slack, concurrency: 1 },
  teams: { ...NO_LIMITS.teams, concurrency: 1 },
};

/** Sending of these rules only, over these roads; on since long ago. */
export async function bringingOver(
  app: App,
  rules: readonly string[],
  platforms: readonly Platform<Message>[],
): Promise<Bringing> {
  const startedAt = '2020-01-01T09:00:00Z';
  await put(app.store, sendingSwitch.parse({ id: SENDING, startedAt }));
  let now = wall('2026-11-20T20:00');
  let monotonic = 1_000_000;
  const errors: unknown[] = [];
  const { outbox, nudges } = app.messages;
  const messenger = createMessenger({
    store: app.store,
    publicUrl: app.publicUrl,
    outbox,
    nudges,
    rules: only(...rules),
    clock: { now: () => now, monotonic: () => monotonic },
    platforms,
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
