import type { NewDelivery } from '../delivery/delivery.ts';
import type { Id } from '../shared/record.ts';
import type { Nudge, NudgeAnswer } from './nudge.ts';

/** The last morning that was looked at for someone, and the last digest day; ISO dates, '' when there is none. */
export interface HandledSlot {
  recipient: Id<'person' | 'subscription'>;
  day: string;
  digestDay: string;
}

/** The morning that was handled last, by recipient. */
export type HandledSlots = Pick<ReadonlyMap<string, HandledSlot>, 'get'>;

/** A message to queue with the nudges in it, if any. */
export interface PlannedDelivery {
  delivery: NewDelivery;
  nudges: readonly Nudge[];
}

/** What a planner pass decided. */
export interface NudgePlan {
  slots: readonly HandledSlot[];
  deliveries: readonly PlannedDelivery[];
}

/** The nudges, beside the outbox that carries them. */
export interface NudgeStore {
  /** Rises when nudges are planned or answered: what was read before may not be true any more. */
  version(): Promise<number>;
  get(id: string): Promise<Nudge | undefined>;
  /** All that was ever planned or brought about these matters (`matterKey`). */
  about(matters: readonly string[]): Promise<Nudge[]>;
  /** What was brought to this person and is not answered, the newest first. */
  waitingFor(recipient: Id<'person'>, since: string): Promise<Nudge[]>;
  /** What was brought to anyone from one moment until before another (ISO instants), the oldest first. */
  broughtBetween(from: string, until: string): Promise<Nudge[]>;
  ofDelivery(delivery: string): Promise<Nudge[]>;
  slots(): Promise<ReadonlyMap<string, HandledSlot>>;
  /**
   * Writes a plan, all or nothing. `decide` is pure and sees the slots as they are inside the transaction, so
   * that two processes plan a morning once; nobody else can write meanwhile, so it should be quick. Gives how
   * many messages were queued.
   */
  plan(at: Temporal.Instant, decide: (slots: HandledSlots) => NudgePlan): Promise<number>;
  /**
   * Answers this nudge, and all others about the same matter that are not answered yet; with `alone` only this
   * one. False: it was answered already.
   */
  answer(id: string, answer: NudgeAnswer, how: { alone: boolean }): Promise<boolean>;
}
