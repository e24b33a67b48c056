import { z } from 'zod';
import { isoInstant, shortText } from '../shared/fields.ts';
import { idOf, recordSchema } from '../shared/record.ts';

/** What a feed or a channel takes from the calendar; an empty list means "all". */
export const calendarFilter = z.strictObject({
  audiences: z.array(idOf('audience')).default([]),
  forms: z.array(idOf('form')).default([]),
  organisations: z.array(idOf('organisation')).default([]),
  regions: z.array(idOf('region')).default([]),
  series: z.array(idOf('series')).default([]),
  topics: z.array(idOf('topic')).default([]),
  types: z.array(z.enum(['campaign', 'inhaakmoment'])).default([]),
  /** Whether the deadlines of plan actions are in it, and whether campaigns are. */
  content: z
    .array(z.enum(['campaigns', 'actions']))
    .min(1)
    .default(['campaigns']),
});
export type CalendarFilter = z.infer<typeof calendarFilter>;

/**
 * A filter with an address. A named feed is public; a token feed shows what its person may see, at the
 * address that was shown once (only the hash of its token is kept).
 */
export const feed = recordSchema('feed', {
  name: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .optional(),
  title: shortText,
  description: shortText.optional(),
  locale: z.enum(['nl', 'en']).default('nl'),
  filter: calendarFilter,
  tokenHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  tokenPrefix: z.string().max(8).optional(),
  person: idOf('person').optional(),
  createdAt: isoInstant.optional(),
  revokedAt: isoInstant.optional(),
});
export type Feed = z.infer<typeof feed>;
