import { z } from 'zod';
import { isoInstant, longText } from '../shared/fields.ts';
import { idOf, recordSchema } from '../shared/record.ts';

export const answer = z.enum(['invited', 'joins', 'maybe', 'declines']);
export type Answer = z.infer<typeof answer>;

/** An organisation at a campaign. The id joins both, so there is one per pair. */
export const participation = recordSchema('participation', {
  campaign: idOf('campaign'),
  organisation: idOf('organisation'),
  answer,
  contribution: longText.optional(),
  contact: idOf('person').optional(),
  /** When it was invited, and when it last said what it does. */
  invitedAt: isoInstant.optional(),
  answeredAt: isoInstant.optional(),
});
export type Participation = z.infer<typeof participation>;
