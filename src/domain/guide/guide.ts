import { z } from 'zod';
import { bilingual, isoDate, source } from '../shared/fields.ts';
import { idOf, recordSchema } from '../shared/record.ts';

/** One thing to do, or not to do, with where that was found and when someone last looked. */
export const guideStep = z.strictObject({
  text: bilingual,
  /** Whom to go to for it. */
  helpPoint: idOf('helppoint').optional(),
  source,
});

/** The first steps of a victim of a fraud form, in the right order, and what not to do. */
export const guide = recordSchema('guide', {
  /** Left out: for every form that has no guide of its own. */
  form: idOf('form').optional(),
  title: bilingual,
  serves: z.array(z.enum(['citizen', 'business'])).min(1),
  steps: z.array(guideStep).min(1),
  avoid: z.array(guideStep).default([]),
  checkedOn: isoDate,
});
export type Guide = z.infer<typeof guide>;
