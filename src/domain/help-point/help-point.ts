import { z } from 'zod';
import { bilingual, isoDate, isoInstant, longText, shortText, source, webAddress } from '../shared/fields.ts';
import { idOf, recordSchema } from '../shared/record.ts';

/** A number is shown only while a coordinator's confirmation is younger than six months. */
export const phone = z.strictObject({
  number: z.string().regex(/^[0-9][0-9 -]{2,20}$/),
  label: bilingual.optional(),
  hours: bilingual.optional(),
  source,
  confirmedAt: isoInstant.optional(),
  confirmedBy: idOf('person').optional(),
});

export const helpPoint = recordSchema('helppoint', {
  name: shortText,
  aliases: z.array(shortText).default([]),
  organisation: idOf('organisation').optional(),
  what: bilingual,
  limits: bilingual.optional(),
  /** The forms that it is a first point for, in order of importance by `rank` (1 is called first). */
  forms: z.array(z.strictObject({ form: idOf('form'), rank: z.int().min(1).max(9) })).default([]),
  /** True when it helps with every form. */
  everyForm: z.boolean().default(false),
  /** Whom it serves. */
  serves: z.array(z.enum(['citizen', 'business'])).min(1),
  website: webAddress.optional(),
  email: z.email().optional(),
  phones: z.array(phone).default([]),
  checkedOn: isoDate,
  note: longText.optional(),
  sources: z.array(source).min(1),
});
export type HelpPoint = z.infer<typeof helpPoint>;
