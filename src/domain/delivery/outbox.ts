import type { Nudge } from '../nudge/nudge.ts';
import type { Id } from '../shared/record.ts';
import type { Delivery, DeliveryState } from './delivery.ts';
import type { Road } from './road.ts';

/** How long a worker holds a delivery, in milliseconds: longer than any attempt takes. */
export const LEASE_FOR = 60_000;

/** Who holds a delivery: one worker, until a moment on the machine's monotonic clock. */
export interface Claim {
  id: string;
  /** No two processes have the same, not even one after the other. */
  worker: string;
}

export interface ClaimRequest {
  now: Temporal.Instant;
  /** Monotonic milliseconds (Clock.monotonic): the lease ends `leaseFor` after it. */
  monotonic: number;
  leaseFor: number;
  worker: string;
  /** At most this many in all, and from one lane; so that a full lane leaves room for the others. */
  limit: number;
  perLane: number;
  /** Lanes that must rest: `slack T123`; or `slack`, all lanes of a platform. */
  except: readonly string[];
}

export interface Beginning {
  monotonic: number;
  leaseFor: number;
  road: Road;
  text: string;
  /** What the message brings; without it, what it was queued with. */
  nudges?: readonly Nudge[] | undefined;
}

/**
 * The queue of messages (DESIGN decision 5). A delivery is held by one worker at a time; every step asks
 * again whether it still is, and gives false when it is not: then the worker must let go.
 */
export interface Outbox {
  /** Due ones, oldest first, lanes taking turns. A delivery whose holder let its lease run out is due again. */
  claim(request: ClaimRequest): Promise<Delivery[]>;
  /**
   * The last look before sending: keeps the lease, counts the attempt and notes the road and the text, so that
   * both are known should the outcome only be learned later, by another worker. `nudges` take the place of those
   * that the message had, in the same transaction: what is sent is what is written. `taken`: another message has
   * one of them by now; nothing is written, and the message is to be made anew. `lost`: it is someone else's.
   */
  begin(claim: Claim, step: Beginning): Promise<'begun' | 'taken' | 'lost'>;
  /** The platform has it, as it was begun; its nudges are sent with it, in the same transaction. */
  sent(claim: Claim, step: { at: Temporal.Instant; platformId?: string | undefined }): Promise<boolean>;
  /**
   * Not now: back in the queue until `nextAt`. `unclear` leaves the road standing, so that the next worker
   * looks whether the message arrived after all; `closed` is a road that does not lead to this person.
   */
  later(
    claim: Claim,
    step: { nextAt: Temporal.Instant; reason: string; unclear?: boolean; closed?: string; lane?: string },
  ): Promise<boolean>;
  /**
   * The end. What it would have brought is as if it never was planned, so that it is planned anew when it still
   * holds: at the next morning, perhaps over a road that is open by then.
   */
  end(claim: Claim, step: { state: 'expired' | 'superseded' | 'dead'; reason: string }): Promise<boolean>;
  /**
   * Ends what is too old to be sent and is in nobody's hands, so that its nudges can be planned anew; one whose
   * arrival is not certain is left to be looked up first. Gives how many.
   */
  expireDue(step: {
    now: Temporal.Instant;
    monotonic: number;
    leaseFor: number;
    reason: string;
  }): Promise<number>;
  /** Newest first. */
  list(query: DeliveryQuery): Promise<Delivery[]>;
  count(query: Omit<DeliveryQuery, 'limit'>): Promise<number>;
  get(id: string): Promise<Delivery | undefined>;
  /** A coordinator wants another try of an expired or dead one; false when it is neither. */
  retry(id: string, step: { at: Temporal.Instant; expiresAt: Temporal.Instant }): Promise<boolean>;
  /** A coordinator wants it gone; false when it was sent or superseded, or a worker holds it just now. */
  drop(id: string, step: { reason: string; monotonic: number; leaseFor: number }): Promise<boolean>;
  /** When the next one is due, if any. */
  nextDue(): Promise<Temporal.Instant | undefined>;
  /** Removes messages that ended and are older than this moment, with what they brought; gives how many. */
  removeOld(before: Temporal.Instant): Promise<number>;
  /** Takes text and addresses away of messages sent or made before this moment; gives how many. */
  forgetTexts(before: Temporal.Instant): Promise<number>;
  /**
   * Takes the texts of all messages to someone away, where they went and what came of it; what still waits and
   * nobody holds is dropped, with its nudges. Who is erased leaves nothing behind.
   */
  forgetTextsOf(recipient: Id<'person' | 'subscription'>): Promise<void>;
}

export interface DeliveryQuery {
  states?: readonly DeliveryState[];
  recipient?: Id<'person' | 'subscription'>;
  since?: Temporal.Instant;
  limit: number;
}
