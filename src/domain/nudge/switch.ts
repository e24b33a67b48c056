import type { z } from 'zod';
import { isoInstant } from '../shared/fields.ts';
import { type Id, recordSchema } from '../shared/record.ts';

/** Whether the bot sends anything by itself. There is one, `switch/sending`, and it begins off. */
export const sendingSwitch = recordSchema('switch', {
  /** When a coordinator last looked at the trial run: nobody starts without having seen it. */
  seenAt: isoInstant.optional(),
  /** The first start: what was late before it is one list to settle, never a nudge. */
  startedAt: isoInstant.optional(),
  /** Set while a coordinator holds everything back. */
  pausedAt: isoInstant.optional(),
});
export type SendingSwitch = z.infer<typeof sendingSwitch>;

export const SENDING: Id<'switch'> = 'switch/sending';
