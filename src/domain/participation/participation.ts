import { z } from 'zod';
import { longText } from '../shared/fields.ts';
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
});
export type Participation = z.infer<typeof participation>;
