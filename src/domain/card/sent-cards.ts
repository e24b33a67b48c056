import type { Locale } from '../../core/locale.ts';
import type { Id } from '../shared/record.ts';
import type { ChatPlatform } from '../tenant/tenant.ts';

/** Where a message stands. */
export interface SentPlace {
  platform: ChatPlatform;
  tenant: string;
  conversation: string;
  /** The platform's id of the message. */
  message: string;
}

/** A message that the bot sent by itself, kept for as long as its buttons may be answered. */
export interface SentCard extends SentPlace {
  recipient: Id<'person' | 'subscription'>;
  locale: Locale;
  /** The message as it was sent: the neutral reply, as JSON. */
  content: string;
  /** What was answered in each row of buttons, by the row's number. */
  answers: Readonly<Record<string, string>>;
  sentAt: Temporal.Instant;
}

/** Where they are kept: a platform that does not send a message along with a press cannot be asked what it showed. */
export interface SentCards {
  save(card: Omit<SentCard, 'answers'>): Promise<void>;
  find(place: SentPlace): Promise<SentCard | undefined>;
  /** One more row was answered; gives the card as it is now, undefined when it is not known (any more). */
  answer(place: SentPlace, row: string, text: string): Promise<SentCard | undefined>;
  /** Forgets those sent before this moment; gives how many. */
  removeOld(before: Temporal.Instant): Promise<number>;
}
