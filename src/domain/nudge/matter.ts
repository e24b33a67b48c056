import type { Id } from '../shared/record.ts';
import type { NudgeRule } from './rule.ts';

/** Something that the world as it is now asks of people: what a rule's trigger found. Days are ISO dates. */
export interface Matter {
  rule: NudgeRule;
  subject: Id;
  /** A second record that it is about: the other campaign of an overlap. */
  other?: Id | undefined;
  /** The campaign that the subject belongs to, when it is not one itself. */
  campaign?: Id<'campaign'> | undefined;
  /** The date that it is about, from which the rule's days are counted. */
  due: string;
  /** The last day on which it makes sense to bring it. */
  until: string;
  /** The rule's days for this one; they may depend on the size of the campaign. */
  days: readonly number[];
  /** Who it is brought to, and who hears of it when they do not answer. */
  first: readonly Id<'person'>[];
  second: readonly Id<'person'>[];
  /** What tells it from another about the same record on the same day: the moment of a change, the other record. */
  mark?: string | undefined;
  /** Set when everyone is told for themselves: what one says of it is no answer for another. */
  each?: true | undefined;
  /** The moment at which it was last said on another road how it stands: what was asked before that is answered. */
  saidAt?: string | undefined;
  /** When it came about: what is older than the start of sending is not brought as a nudge. */
  arose?: string | undefined;
  /** Set when it cannot wait for the next morning of someone who is told after this day. */
  urgentBefore?: string | undefined;
}
