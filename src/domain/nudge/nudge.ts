import { createHash } from 'node:crypto';
import type { Id } from '../shared/record.ts';

/**
 * planned: in a message that is not sent yet. sent: waits for an answer, if it wants one. answered: by anyone
 * it was brought to. What no longer holds before it is sent leaves no trace.
 */
export type NudgeState = 'planned' | 'sent' | 'answered';

/** What someone can say to a nudge with one click, or with a word or two more. */
export const ANSWERS = [
  'on-schedule',
  'done',
  'late',
  'snooze',
  'hand-over',
  'not-mine',
  'stop',
  'goes-on',
  'dropped',
] as const;
export type AnswerWord = (typeof ANSWERS)[number];

export interface NudgeAnswer {
  word: AnswerWord;
  by: Id<'person'>;
  at: string;
  /** The day until which it is quiet, or the new date (ISO). */
  until?: string;
  reason?: string;
  to?: Id<'person'>;
}

/** One thing to bring to one person (DESIGN section 2). Days are ISO dates in the partnership's zone. */
export interface Nudge {
  id: string;
  recipient: Id<'person'>;
  subject: Id;
  /** The key of its rule in nudge-rules.yaml. */
  rule: string;
  /** Which of the rule's lead times, repeats or escalations. */
  step: string;
  due: string;
  /** A second record that it is about: the other campaign of an overlap. */
  other: Id | undefined;
  state: NudgeState;
  createdAt: string;
  delivery: string | undefined;
  sentAt: string | undefined;
  answer: NudgeAnswer | undefined;
}

export type NudgeKey = Pick<Nudge, 'recipient' | 'subject' | 'rule' | 'step' | 'due'>;

/** The same nudge always has the same id: fourteen letters and figures of a hash, enough for ever. */
export function nudgeId({ recipient, subject, rule, step, due }: NudgeKey): string {
  return shortHash([recipient, subject, rule, step, due]);
}

/** What a nudge is about, however often it is brought and to whomever. */
export function matterKey({
  subject,
  rule,
  due,
  other,
}: Pick<Nudge, 'subject' | 'rule' | 'due' | 'other'>): string {
  return [rule, subject, due, other ?? ''].join(' ');
}

/** A short name for what these parts say together. */
export function shortHash(parts: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return BigInt(`0x${hash.slice(0, 18)}`)
    .toString(36)
    .padStart(14, '0');
}
