import type { z } from 'zod';
import { isoInstant, longText } from '../shared/fields.ts';
import { idOf, recordSchema } from '../shared/record.ts';

/**
 * What a partner says is outdated in a help point or in first steps. A record of its own, so that importing the
 * calendar files neither loses it nor takes the point for changed by a person; and so that the public never meets it.
 */
export const correction = recordSchema('correction', {
  about: idOf('helppoint', 'guide'),
  text: longText,
  organisation: idOf('organisation'),
  by: idOf('person').optional(),
  at: isoInstant,
  /** When a coordinator had looked at it; open until then. */
  doneAt: isoInstant.optional(),
  doneBy: idOf('person').optional(),
});
export type Correction = z.infer<typeof correction>;
