import { z } from 'zod';
import { isoDate, isoInstant, shortText } from '../shared/fields.ts';
import { idOf, recordSchema } from '../shared/record.ts';

/** When a task is due: days from the campaign's start or end (minus is before), or a date of its own. */
export const taskDue = z.union([
  z.strictObject({ anchor: z.enum(['start', 'end']), days: z.int().min(-730).max(730) }),
  z.strictObject({ date: isoDate }),
]);
export type TaskDue = z.infer<typeof taskDue>;

export const task = recordSchema('task', {
  campaign: idOf('campaign'),
  title: shortText,
  due: taskDue,
  owners: z.array(idOf('organisation', 'person')).default([]),
  done: z.boolean().default(false),
  doneAt: isoInstant.optional(),
  doneBy: idOf('person').optional(),
  /** Done with, but not done: it is not needed any more. */
  dropped: z.literal(true).optional(),
});
export type Task = z.infer<typeof task>;
