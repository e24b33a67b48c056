import { turns } from '../core/turns.ts';
import type { Delivery } from '../domain/delivery/delivery.ts';
import type { SendingLimits } from '../domain/delivery/limits.ts';
import { LEASE_FOR } from '../domain/delivery/outbox.ts';
import type { Platform } from '../domain/delivery/platform.ts';
import { PLATFORMS } from '../domain/delivery/road.ts';
import type { Message } from '../reply/reply.ts';
import { createLanes } from './lanes.ts';
import { createLimits } from './limits.ts';
import { settle } from './outcome.ts';
import { type Sending, sendOne } from './send-one.ts';

export interface SenderOptions
  extends Pick<Sending, 'outbox' | 'prepare' | 'clock' | 'random' | 'worker' | 'onError'> {
  platforms: readonly Platform<Message>[];
  limits: SendingLimits;
  /** How many milliseconds a platform may take to answer. */
  patience?: number;
}

export interface Sender {
  /** Sends all that is due and may go now; gives how many. Called while it runs, it joins that run. */
  sendDue(): Promise<number>;
  /** Begins no more attempts, and waits for those under way. */
  stop(): Promise<void>;
}

/** Far more than one slow tenant can hold; see `concurrency` in the limits. */
const MOST_AT_ONCE = 200;
const PATIENCE = 20_000;

/** Makes the sender of this process; two processes share the work through the outbox. */
export function createSender(options: SenderOptions): Sender {
  const { outbox, clock, worker, onError } = options;
  const limits = createLimits(options.limits, clock);
  const platforms = new Map(options.platforms.map((platform) => [platform.name, platform]));
  const patience = options.patience ?? PATIENCE;
  const turn = turns();
  const prepare: Sending['prepare'] = async (delivery) => {
    await turn();
    return options.prepare(delivery);
  };
  const sending: Sending = { ...options, prepare, limits, platforms, patience, leaseFor: LEASE_FOR };
  const perLane = Math.max(...PLATFORMS.map((name) => options.limits[name].concurrency));
  const lanes = createLanes();
  const underWay = new Set<Promise<void>>();
  /** The deliveries that wait for their turn or are being sent here. */
  const holding = new Set<string>();
  let isStopping = false;
  let run: Promise<number> | undefined;

  const claim = async (): Promise<Delivery[]> => {
    const limit = MOST_AT_ONCE - underWay.size;
    if (limit <= 0) return [];
    const time = { now: clock.now(), monotonic: clock.monotonic(), leaseFor: LEASE_FOR };
    try {
      const except = [...limits.resting().keys()];
      return await outbox.claim({ ...time, worker, limit, perLane, except });
    } catch (error) {
      onError(error, undefined);
      return [];
    }
  };

  const send = async (delivery: Delivery): Promise<boolean> => {
    if (isStopping) return false;
    try {
      // Let go before the outcome is written: what goes on later may be claimed again at once.
      const outcome = await sendOne(sending, delivery).finally(() => holding.delete(delivery.id));
      const isKept = await settle(options, delivery, outcome);
      if (!isKept) throw new Error(`someone else took the delivery before "${outcome.type}" was written`);
      return outcome.type === 'sent';
    } catch (error) {
      onError(error, delivery.id);
      return false;
    }
  };

  const sendAll = async (): Promise<number> => {
    let sent = 0;
    while (!isStopping) {
      for (const delivery of await claim()) {
        // One whose lease ran out here, while it waited for its turn: this process still has it.
        if (holding.has(delivery.id)) continue;
        holding.add(delivery.id);
        const task = lanes
          .run(delivery.lane, atOnce(options.limits, delivery.lane), async () => {
            if (await send(delivery)) sent++;
          })
          .finally(() => underWay.delete(task));
        underWay.add(task);
      }
      if (underWay.size === 0) break;
      await Promise.race(underWay);
    }
    await Promise.all(underWay);
    return sent;
  };

  return {
    sendDue() {
      run ??= sendAll().finally(() => {
        run = undefined;
      });
      return run;
    },
    async stop() {
      isStopping = true;
      await run;
    },
  };
}

function atOnce(limits: SendingLimits, lane: string): number {
  const platform = PLATFORMS.find((name) => lane.startsWith(`${name} `));
  return platform ? limits[platform].concurrency : 1;
}
