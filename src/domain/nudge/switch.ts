import type { z } from 'zod';
import { isoInstant } from '../shared/fields.ts';
import { type Id, idOf, recordSchema } from '../shared/record.ts';

/** Whether the bot sends anything by itself. There is one, `switch/sending`, and it begins off. */
export const sendingSwitch = recordSchema('switch', {
  /** Who last looked at the trial run, and when: nobody starts without having seen it. */
  seenAt: isoInstant.optional(),
  seenBy: idOf('person').optional(),
  /** The first start: what was late before it is one list to settle, never a nudge. */
  startedAt: isoInstant.optional(),
  startedBy: idOf('person').optional(),
  /** Set while a coordinator holds everything back. */
  pausedAt: isoInstant.optional(),
});
export type SendingSwitch = z.infer<typeof sendingSwitch>;

export const SENDING: Id<'switch'> = 'switch/sending';
