import { z } from 'zod';
import { isoInstant, longText } from '../shared/fields.ts';
import { idOf, recordSchema } from '../shared/record.ts';

/** How far a measure is. */
export const MEASURE_STATES = ['chosen', 'preparing', 'running', 'stopped'] as const;

/** A practice that is chosen as a measure against a fraud form (row 5.06 of the plan), and who carries it out. */
export const measure = recordSchema('measure', {
  form: idOf('form'),
  practice: idOf('practice'),
  organisations: z.array(idOf('organisation')).min(1),
  state: z.enum(MEASURE_STATES).default('chosen'),
  note: longText.optional(),
  by: idOf('person').optional(),
  at: isoInstant,
});
export type Measure = z.infer<typeof measure>;
