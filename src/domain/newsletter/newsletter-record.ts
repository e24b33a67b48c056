import { z } from 'zod';
import { isoInstant, longText, shortText } from '../shared/fields.ts';
import { idOf, recordSchema } from '../shared/record.ts';

/** The parts of the newsletter, in their order. `partners`: only for people, never for a channel. */
export const LETTER_PARTS = ['intro', 'past', 'practices', 'coming', 'partners', 'closing'] as const;
export type LetterPart = (typeof LETTER_PARTS)[number];

/** The newsletter of a quarter as a coordinator made it: what is not here is as the bot would write it. */
export const newsletterRecord = recordSchema('newsletter', {
  quarter: z.string().regex(/^\d{4}-Q[1-4]$/),
  title: shortText.optional(),
  /** A part that was left out on purpose is an empty text. */
  parts: z.partialRecord(z.enum(LETTER_PARTS), z.union([longText, z.literal('')])).default({}),
  editedBy: idOf('person').optional(),
  /** When a coordinator said that it may go, and when it stood in the queue for all who are subscribed. */
  sentAt: isoInstant.optional(),
  sentBy: idOf('person').optional(),
  queuedAt: isoInstant.optional(),
  /** The records in it when it was released, with a mark of what is told of each: nobody has read what came after. */
  contents: z.record(z.string(), z.string()).optional(),
});
export type NewsletterRecord = z.infer<typeof newsletterRecord>;
