import type { Clock } from '../core/clock.ts';
import type { Delivery } from '../domain/delivery/delivery.ts';
import type { Outbox } from '../domain/delivery/outbox.ts';
import type { Platform, SendResult } from '../domain/delivery/platform.ts';
import { reasonText } from '../domain/delivery/reasons.ts';
import { laneOf, type PlatformName, type Road, roadText } from '../domain/delivery/road.ts';
import type { Message } from '../reply/reply.ts';
import { attempt, lookFor, messageOf } from './attempt.ts';
import { backoff } from './backoff.ts';
import type { Limits } from './limits.ts';
import { ended, later, type Outcome } from './outcome.ts';
import type { Prepared } from './prepared.ts';

/** What sending one delivery needs. Times are in milliseconds. */
export interface Sending {
  outbox: Outbox;
  platforms: ReadonlyMap<PlatformName, Platform<Message>>;
  prepare(delivery: Delivery): Promise<Prepared>;
  clock: Clock;
  limits: Limits;
  random(): number;
  worker: string;
  leaseFor: number;
  /** How long a platform may take to answer; well under the lease. */
  patience: number;
  onError(error: unknown, delivery: string | undefined): void;
}

/** Without a Retry-After, one message that keeps failing must not hold up all others of its tenant for long. */
const LONGEST_PAUSE = 30_000;

/** While the platform cannot say whether a message arrived, it is asked for so many hours after its time as well. */
const LOOK_ON = 24;

/** Brings a claimed delivery as far as it goes now, up to what came of the attempt; see `settle`. */
export async function sendOne(sending: Sending, claimed: Delivery): Promise<Outcome> {
  const looked = await lookBack(sending, claimed);
  if ('type' in looked) return looked;
  const { delivery } = looked;
  if (isOver(sending, delivery)) return ended('expired', reasonText('too-late'));
  const prepared = await prepareSafely(sending, delivery);
  if (prepared.type === 'nothing') return ended('superseded', prepared.reason);
  if (prepared.type === 'broken') return ended('dead', reasonText('broken', prepared.reason));
  if (prepared.type === 'wait') {
    const soonest = sending.clock.now().add({ seconds: 1 });
    const nextAt = Temporal.Instant.compare(prepared.until, soonest) < 0 ? soonest : prepared.until;
    return later(nextAt, prepared.reason, { unclear: delivery.road !== undefined });
  }
  return sendPrepared(sending, delivery, prepared);
}

/**
 * An earlier attempt may have arrived: that is asked first, so that nobody gets a message twice. Where it cannot be
 * asked the message goes once more, with the road still on it: see `again`.
 */
async function lookBack(sending: Sending, delivery: Delivery): Promise<Outcome | { delivery: Delivery }> {
  const { road, attempts } = delivery;
  const platform = road && sending.platforms.get(road.platform);
  if (!road || !platform?.find) return { delivery };
  const rest = sending.limits.wait(road);
  if (rest > 0) return later(after(sending, rest), reasonText('limit'), { unclear: true });
  const found = await lookFor(platform, road, delivery.id, sending.patience);
  if (found.type === 'arrived') return { type: 'sent', platformId: found.platformId };
  if (found.type === 'cannot-tell') return { delivery };
  if (found.type === 'not-there') return { delivery: { ...delivery, road: undefined } };
  if (isOver(sending, delivery, LOOK_ON)) return { delivery };
  const wait = backoff(attempts, sending.random);
  return later(after(sending, wait), reasonText('unclear', found.reason), { unclear: true });
}

async function prepareSafely(sending: Sending, delivery: Delivery): Promise<Prepared> {
  try {
    return await sending.prepare(delivery);
  } catch (error) {
    sending.onError(error, delivery.id);
    return { type: 'broken', reason: messageOf(error) };
  }
}

async function sendPrepared(
  sending: Sending,
  delivery: Delivery,
  { roads, outgoing, text, nudges }: Extract<Prepared, { type: 'send' }>,
): Promise<Outcome> {
  const { outbox, platforms, limits, clock, leaseFor, worker } = sending;
  const open = roads.filter(
    (one) => !delivery.closedRoads.includes(roadText(one)) && platforms.has(one.platform),
  );
  const [road, next] = open;
  const platform = road && platforms.get(road.platform);
  if (!platform) return ended('dead', reasonText(roads.length === 0 ? 'no-road' : 'roads-closed'));
  const unclear = delivery.road !== undefined;
  // Each lane only takes up its own tenant's time, so a delivery first goes to the lane of its road.
  const lane = laneOf(road);
  if (lane !== delivery.lane && delivery.reason !== 'moved')
    return later(clock.now(), reasonText('moved'), { unclear, lane });
  const rest = limits.take(road);
  if (rest > 0) return later(after(sending, rest), reasonText('limit'), { unclear });
  const step = { monotonic: clock.monotonic(), leaseFor, road, text, nudges };
  const begun = await outbox.begin({ id: delivery.id, worker }, step);
  if (begun === 'lost') return { type: 'let-go' };
  // Another message that was made at the same time brings something of it: it is made anew without that.
  if (begun === 'taken') return later(clock.now().add({ seconds: 1 }), reasonText('limit'), { unclear });
  const result = await attempt(platform, { ...outgoing, road, again: unclear }, sending.patience);
  return outcomeOf(sending, delivery, { road, next }, result);
}

function outcomeOf(
  sending: Sending,
  { attempts }: Delivery,
  { road, next }: { road: Road; next: Road | undefined },
  result: SendResult,
): Outcome {
  if (result.type === 'sent') return result;
  if (result.type === 'refused') return ended('dead', reasonText('refused', result.reason));
  if (result.type === 'closed') {
    if (!next) return ended('dead', reasonText('roads-closed', result.reason));
    const step = { closed: roadText(road), lane: laneOf(next) };
    return later(sending.clock.now(), reasonText('closed', result.reason), step);
  }
  const wait = backoff(attempts + 1, sending.random);
  if (result.type === 'unclear')
    return later(after(sending, wait), reasonText('unclear', result.reason), { unclear: true });
  const told = result.seconds !== undefined && result.seconds > 0 ? result.seconds * 1_000 : undefined;
  sending.limits.pause(road, result.scope, told ?? Math.min(wait, LONGEST_PAUSE));
  return later(after(sending, told ?? wait), reasonText('busy', result.reason));
}

function after({ clock }: Sending, milliseconds: number): Temporal.Instant {
  return clock.now().add({ milliseconds: Math.ceil(milliseconds) });
}

/** Whether its time is over, and so many hours after it. */
function isOver({ clock }: Sending, { expiresAt }: Delivery, hours = 0): boolean {
  return Temporal.Instant.compare(clock.now(), expiresAt.add({ hours })) >= 0;
}
