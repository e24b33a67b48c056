import type { Outgoing } from '../domain/delivery/platform.ts';
import type { Road } from '../domain/delivery/road.ts';
import type { Nudge } from '../domain/nudge/nudge.ts';
import type { Message } from '../reply/reply.ts';

/** What a delivery comes to, as the world is just before it is sent. Reasons are of `reasonText`. */
export type Prepared =
  /** `roads`, the best first; `text` is the message as plain text, to keep; `nudges` are what it brings. */
  | {
      type: 'send';
      roads: readonly Road[];
      outgoing: Omit<Outgoing<Message>, 'road'>;
      text: string;
      nudges?: readonly Nudge[];
    }
  /** There is nothing left to say. */
  | { type: 'nothing'; reason: string }
  /** Not now: outside working hours, say. */
  | { type: 'wait'; until: Temporal.Instant; reason: string }
  /** It cannot be made into a message. */
  | { type: 'broken'; reason: string };
