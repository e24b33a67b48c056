import type { Locale } from '../../core/locale.ts';
import type { Id } from '../shared/record.ts';
import type { DeliveryKind } from './delivery.ts';
import type { PlatformName, Road } from './road.ts';

/** What a platform is asked to bring; `M` is the neutral message (reply/reply.ts), which the domain does not know. */
export interface Outgoing<M> {
  /** The delivery's id: goes along with the message where the platform allows it. */
  delivery: string;
  kind: DeliveryKind;
  road: Road;
  recipient: Id<'person' | 'subscription'>;
  locale: Locale;
  message: M;
  /** An earlier message about the same that still waits for an answer: this one goes on from it, on that road. */
  follows?: { road: Road; platformId: string } | undefined;
  /** An earlier attempt may have arrived, and the platform can never tell: the message says so itself. */
  again?: boolean | undefined;
  /** The campaigns in it that have dates, for an attached calendar. */
  campaigns: readonly Id<'campaign'>[];
}

/** What came of an attempt. */
export type SendResult =
  | { type: 'sent'; platformId?: string }
  /** Not accepted, and welcome later: after `seconds` when the platform said so. Who else must wait as well. */
  | { type: 'busy'; seconds?: number | undefined; scope: 'channel' | 'tenant' | 'platform'; reason: string }
  /** It may have been accepted: the connection broke, or the answer was lost. */
  | { type: 'unclear'; reason: string }
  /** This road does not lead to this person, now or ever: the account is gone, the bot is blocked. */
  | { type: 'closed'; reason: string }
  /** The message itself is refused: it would be refused again. */
  | { type: 'refused'; reason: string };

/** What `find` gives where it never can tell, as in a channel that the bot may write in but not read. */
export const CANNOT_TELL = Symbol('cannot tell');

/** A chat platform or mail server, as the sender sees it. */
export interface Platform<M> {
  name: PlatformName;
  /** Never throws for what the platform does; `signal` ends an attempt that takes too long. */
  send(outgoing: Outgoing<M>, signal: AbortSignal): Promise<SendResult>;
  /** Looks whether a delivery arrived after all; throws when that is not known now. Absent where it never is. */
  find?(road: Road, delivery: string, signal: AbortSignal): Promise<string | undefined | typeof CANNOT_TELL>;
}
