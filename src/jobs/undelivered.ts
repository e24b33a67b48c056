import { todayAt } from '../core/clock.ts';
import type { GiveWay } from '../core/give-way.ts';
import type { DeliveryState } from '../domain/delivery/delivery.ts';
import type { Outbox } from '../domain/delivery/outbox.ts';
import type { Undelivered } from '../domain/nudge/world.ts';

/** A message that did not arrive longer ago than this is told no more. */
const UNDELIVERED_DAYS = 14;
const MOST_UNDELIVERED = 500;
const UNDELIVERED: readonly DeliveryState[] = ['dead', 'expired'];

/** How many messages did not arrive lately: while that is the same, so is whom they were for. */
export function countUndelivered(outbox: Outbox, at: Temporal.Instant): Promise<number> {
  return outbox.count({ states: UNDELIVERED, since: sinceWhen(at) });
}

/** Whom the last message did not reach; told once a month, so the day is the first of that month. */
export async function readUndelivered(
  outbox: Outbox,
  at: Temporal.Instant,
  giveWay: GiveWay,
): Promise<Undelivered[]> {
  const dead = await outbox.list({ states: UNDELIVERED, since: sinceWhen(at), limit: MOST_UNDELIVERED });
  const found = new Map<string, Undelivered>();
  for (const { recipient, createdAt } of dead) {
    if (found.has(recipient)) continue;
    await giveWay();
    const [last] = await outbox.list({ recipient, states: ['dead', 'expired', 'sent'], limit: 1 });
    // One that was never tried only came too late, because the program was down.
    if (last?.state === 'dead' || (last?.state === 'expired' && last.attempts > 0))
      found.set(recipient, { recipient, day: `${todayAt(createdAt).toString().slice(0, 7)}-01` });
  }
  return [...found.values()];
}

function sinceWhen(at: Temporal.Instant): Temporal.Instant {
  return at.subtract({ hours: 24 * UNDELIVERED_DAYS });
}
