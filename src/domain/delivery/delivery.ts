import type { Id } from '../shared/record.ts';
import type { Road } from './road.ts';

/**
 * `nudges`: a bundle on a nudge morning. `change`: a move or cancellation that cannot wait for one. `newsletter`: what
 * a coordinator released for all who are subscribed.
 */
export type DeliveryKind = 'nudges' | 'digest' | 'change' | 'newsletter';

/**
 * queued: waits for its time, its turn or another attempt. sent, superseded (nothing left to say), expired
 * (too late to say it) and dead (it cannot be sent) are ends; a coordinator can see and retry the last two.
 */
export const DELIVERY_STATES = ['queued', 'sent', 'superseded', 'expired', 'dead'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One message to one person or channel, from the moment that it is due until its end. */
export interface Delivery {
  id: string;
  /** What makes it this one message: the same key is never queued twice. */
  key: string;
  kind: DeliveryKind;
  recipient: Id<'person' | 'subscription'>;
  /** Of a `change`: the campaign that was moved or cancelled. Of a `newsletter`: which one. */
  about: Id<'campaign' | 'newsletter'> | undefined;
  state: DeliveryState;
  lane: string;
  createdAt: Temporal.Instant;
  /** Not before this moment. */
  nextAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
  /** How often it was handed to a platform. */
  attempts: number;
  /** Set while an attempt is under way; left standing when its outcome was never learned, and when sent. */
  road: Road | undefined;
  /** Roads that a platform said do not lead to this person. */
  closedRoads: readonly string[];
  /** Why it waits or ended: a code of `reason.*`, with what the platform said behind a colon. */
  reason: string | undefined;
  platformId: string | undefined;
  sentAt: Temporal.Instant | undefined;
  /** What was sent or last tried, as plain text; gone after 90 days, as is the road. */
  text: string | undefined;
}

/** What is known when a delivery is queued. */
export type NewDelivery = Pick<
  Delivery,
  'id' | 'key' | 'kind' | 'recipient' | 'about' | 'lane' | 'nextAt' | 'expiresAt'
>;
