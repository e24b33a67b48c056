import { z } from 'zod';
import { isoInstant, longText, shortText } from '../shared/fields.ts';
import { idOf, recordSchema } from '../shared/record.ts';

/** Whether an organisation would do it again. */
export const AGAIN = ['yes', 'changed', 'no'] as const;

/**
 * What a campaign brought, in the words of one organisation that led or joined it. The parts are those of EMMIE
 * (Effect, Mechanism, Moderators, Implementation, Economy), so that evaluations can be laid beside each other.
 */
export const evaluation = recordSchema('evaluation', {
  campaign: idOf('campaign'),
  /** What the campaign was called when it was evaluated. */
  about: shortText,
  organisation: idOf('organisation'),
  by: idOf('person'),
  at: isoInstant,
  /** Implementation: what was done and whom it reached. */
  reached: longText,
  /** Effect: what was measured, and how. */
  measured: longText.optional(),
  /** Effect: what people do differently since. */
  behaviour: longText.optional(),
  /** Mechanism: why it worked, or did not. */
  mechanism: longText.optional(),
  /** Moderators: for whom and where it worked, or did not. */
  moderators: longText.optional(),
  /** Economy: what it took, in money and hours. */
  costs: longText.optional(),
  lessons: z.array(longText).max(3).default([]),
  again: z.enum(AGAIN),
});
export type Evaluation = z.infer<typeof evaluation>;
