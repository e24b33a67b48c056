import type { Locale } from '../../core/locale.ts';
import type { Id } from '../shared/record.ts';
import type { ChatPlatform } from '../tenant/tenant.ts';

/** A message in a channel that shows a record, and follows it. */
export interface Card {
  platform: ChatPlatform;
  tenant: string;
  channel: string;
  /** The platform's id of the message. */
  message: string;
  subject: Id;
  /** What draws it, as a button's value. */
  request: string;
  locale: Locale;
  /** Who shared it: their name is shown, as long as they are not erased. */
  sharedBy: Id<'person'>;
  /** A hash of what it shows now. */
  shown: string;
  postedAt: Temporal.Instant;
}

/** Where the cards in channels are kept. */
export interface Cards {
  save(card: Card): Promise<void>;
  /** It shows something else now. */
  update(card: Card, shown: string): Promise<void>;
  /** The message is gone, or cannot be changed any more. */
  remove(card: Card): Promise<void>;
  /**
   * The cards whose record, a task or answer that belongs to it, or whose sharer changed after an earlier reading; and where the
   * next reading goes on. Without a place to go on from, all cards.
   */
  changedSince(platform: ChatPlatform, place: number | undefined): Promise<{ cards: Card[]; place: number }>;
  /** Forgets those posted before this moment: they stay as they are. Gives how many. */
  removeOld(before: Temporal.Instant): Promise<number>;
}
