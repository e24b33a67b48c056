import type { Clock } from '../core/clock.ts';
import type { Rate, SendingLimits } from '../domain/delivery/limits.ts';
import { laneOf, type Road, roadText } from '../domain/delivery/road.ts';

export type Scope = 'channel' | 'tenant' | 'platform';

/** What keeps the sender from sending too fast; in memory, so each process has its own. */
export interface Limits {
  /** How many milliseconds this road must wait; nothing is counted. */
  wait(road: Road): number;
  /** The same, but with 0 one message is counted: the caller sends it now. */
  take(road: Road): number;
  /** Nothing more for so long to whom the platform called busy. */
  pause(road: Road, scope: Scope, milliseconds: number): void;
  /** The lanes (`slack T1`) and platforms (`slack`) that must wait, with how long. */
  resting(): ReadonlyMap<string, number>;
}

/**
 * A token bucket, as the one moment at which it is full again: each message moves that on by its share, and
 * one may go while no more than a bucketful is missing.
 */
interface Bucket {
  fullAt: number;
  pausedUntil: number;
  rate: Rate;
}

/** More channels than are busy together; those whose bucket is full again are forgotten first. */
const MOST_BUCKETS = 5_000;

/** Keeps to these limits by the monotonic clock. */
export function createLimits(limits: SendingLimits, clock: Clock): Limits {
  const buckets = new Map<string, Bucket>();

  const bucketFor = (road: Road, scope: Scope): Bucket => {
    const key = keyOf(road, scope);
    const found = buckets.get(key);
    if (found) return found;
    if (buckets.size >= MOST_BUCKETS) forgetFull(buckets, clock.monotonic());
    const bucket = { fullAt: 0, pausedUntil: 0, rate: rateOf(limits, road, scope) };
    buckets.set(key, bucket);
    return bucket;
  };
  const bucketsFor = (road: Road): Bucket[] => [
    bucketFor(road, 'platform'),
    bucketFor(road, 'tenant'),
    bucketFor(road, 'channel'),
  ];
  const wait = (road: Road): number => {
    const now = clock.monotonic();
    return Math.max(...bucketsFor(road).map((bucket) => waitOf(bucket, now)));
  };

  return {
    wait,
    take(road) {
      const milliseconds = wait(road);
      if (milliseconds > 0) return milliseconds;
      const now = clock.monotonic();
      for (const bucket of bucketsFor(road)) bucket.fullAt = Math.max(bucket.fullAt, now) + shareOf(bucket);
      return 0;
    },
    pause(road, scope, milliseconds) {
      const bucket = bucketFor(road, scope);
      bucket.pausedUntil = Math.max(bucket.pausedUntil, clock.monotonic() + milliseconds);
    },
    resting() {
      const now = clock.monotonic();
      const waits = [...buckets]
        .filter(([key]) => !isChannel(key))
        .map(([key, bucket]): [string, number] => [key, waitOf(bucket, now)]);
      return new Map(waits.filter(([, milliseconds]) => milliseconds > 0));
    },
  };
}

function keyOf(road: Road, scope: Scope): string {
  if (scope === 'platform') return road.platform;
  return scope === 'tenant' ? laneOf(road) : `channel ${roadText(road)}`;
}

function isChannel(key: string): boolean {
  return key.startsWith('channel ');
}

function rateOf(limits: SendingLimits, { platform }: Road, scope: Scope): Rate {
  const { perPlatform, perTenant, perChannel } = limits[platform];
  return { platform: perPlatform, tenant: perTenant, channel: perChannel }[scope];
}

function shareOf({ rate }: Bucket): number {
  return (rate.seconds * 1_000) / rate.messages;
}

function waitOf(bucket: Bucket, now: number): number {
  const nextAt = bucket.fullAt - shareOf(bucket) * (bucket.rate.messages - 1);
  return Math.max(0, Math.ceil(Math.max(nextAt, bucket.pausedUntil) - now));
}

function forgetFull(buckets: Map<string, Bucket>, now: number): void {
  for (const [key, { fullAt, pausedUntil }] of buckets)
    if (fullAt <= now && pausedUntil <= now) buckets.delete(key);
}
