import type { Clock } from '../core/clock.ts';
import type { Delivery } from '../domain/delivery/delivery.ts';
import type { Outbox } from '../domain/delivery/outbox.ts';

/** What became of a delivery for now. `let-go`: it is someone else's; nothing is written. */
export type Outcome =
  | { type: 'sent'; platformId?: string | undefined }
  | { type: 'later'; nextAt: Temporal.Instant; reason: string; how: LaterHow }
  | { type: 'end'; state: 'expired' | 'superseded' | 'dead'; reason: string }
  | { type: 'let-go' };

interface LaterHow {
  unclear?: boolean;
  closed?: string;
  lane?: string;
}

export function later(nextAt: Temporal.Instant, reason: string, how: LaterHow = {}): Outcome {
  return { type: 'later', nextAt, reason, how };
}

export function ended(state: 'expired' | 'superseded' | 'dead', reason: string): Outcome {
  return { type: 'end', state, reason };
}

/** Writes an outcome down; false when the delivery was no longer this worker's to write. */
export async function settle(
  { outbox, clock, worker }: { outbox: Outbox; clock: Clock; worker: string },
  delivery: Delivery,
  outcome: Outcome,
): Promise<boolean> {
  const claim = { id: delivery.id, worker };
  if (outcome.type === 'let-go') return true;
  if (outcome.type === 'end') return outbox.end(claim, outcome);
  const at = clock.now();
  if (outcome.type === 'sent') return outbox.sent(claim, { at, platformId: outcome.platformId });
  const { reason, how } = outcome;
  return outbox.later(claim, { nextAt: untilEnd(outcome.nextAt, delivery, at), reason, ...how });
}

/** What would wait past its end is looked at when it ends, so that it does not stay queued after that. */
function untilEnd(nextAt: Temporal.Instant, { expiresAt }: Delivery, at: Temporal.Instant): Temporal.Instant {
  const isOver = Temporal.Instant.compare(at, expiresAt) >= 0;
  return !isOver && Temporal.Instant.compare(nextAt, expiresAt) > 0 ? expiresAt : nextAt;
}
