import { z } from 'zod';
import { isoDate, isoInstant, longText, shortText } from '../shared/fields.ts';
import { idOf, recordSchema } from '../shared/record.ts';

const said = { organisation: idOf('organisation'), by: idOf('person'), at: isoInstant };

/** A new modus operandi or trend that an organisation saw, for the other partners or a group of them. */
export const signal = recordSchema('signal', {
  title: shortText,
  what: longText,
  forms: z.array(idOf('form')).default([]),
  channels: z.array(idOf('channel')).default([]),
  regions: z.array(idOf('region')).default([]),
  /** The day since when it is seen. */
  since: isoDate.optional(),
  /** What to tell the public. */
  tell: longText.optional(),
  ...said,
  state: z.enum(['open', 'closed']).default('open'),
  closedAt: isoInstant.optional(),
  closedReason: longText.optional(),
  /** Organisations that see it too, each once. */
  confirmations: z.array(z.strictObject(said)).default([]),
  comments: z
    .array(z.strictObject({ ...said, text: longText }))
    .max(200)
    .default([]),
  campaigns: z.array(idOf('campaign')).default([]),
});
export type Signal = z.infer<typeof signal>;
