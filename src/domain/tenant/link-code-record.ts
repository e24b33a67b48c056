import { z } from 'zod';
import { isoInstant } from '../shared/fields.ts';
import { idOf, recordSchema } from '../shared/record.ts';

/**
 * A one-time code, of which only the hash is kept, in its id. It links a workspace to organisations, or the account of
 * whoever types it to a person.
 */
export const linkCode = recordSchema('linkcode', {
  organisations: z.array(idOf('organisation')).default([]),
  person: idOf('person').optional(),
  expiresAt: isoInstant,
  usedAt: isoInstant.optional(),
  usedIn: idOf('tenant').optional(),
});
export type LinkCode = z.infer<typeof linkCode>;
