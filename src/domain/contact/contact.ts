import { z } from 'zod';
import { isoDate, longText, shortText } from '../shared/fields.ts';
import { idOf, recordSchema } from '../shared/record.ts';

/** Whom partners can reach at an organisation about a fraud form (row 3.06 of the plan); never for the public. */
export const contact = recordSchema('contact', {
  organisation: idOf('organisation'),
  /** Empty: for every form. */
  forms: z.array(idOf('form')).default([]),
  /** What one can come to them for: "takedown van nepwebshops". */
  role: shortText,
  name: shortText.optional(),
  /** How to reach them: a number, an address, an hour. Exempt from the guard on personal data. */
  reach: longText,
  /** The last day on which this may be relied on. */
  validUntil: isoDate,
  by: idOf('person').optional(),
  /** Taken away: the name and how to reach them are gone, and nobody is shown it any more. */
  removed: z.boolean().optional(),
});
export type Contact = z.infer<typeof contact>;
