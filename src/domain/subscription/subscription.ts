import { z } from 'zod';
import { HOME_ZONE } from '../../core/clock.ts';
import { calendarFilter } from '../feed/feed.ts';
import { clockTime, shortText, zoneName } from '../shared/fields.ts';
import { recordSchema } from '../shared/record.ts';

/** A channel (or mailing list) that gets the weekly digest: its own day, time, filter and language. */
export const subscription = recordSchema('subscription', {
  name: shortText,
  platform: z.enum(['slack', 'teams', 'email']),
  /** The Slack workspace, the Teams tenant, or the domain of a mail address. */
  tenant: shortText,
  /** The channel's id, or the mail address. */
  address: shortText,
  filter: calendarFilter,
  locale: z.enum(['nl', 'en']).default('nl'),
  zone: zoneName.default(HOME_ZONE),
  /** ISO weekday: 1 is Monday; never in the weekend. */
  weekday: z.int().min(1).max(5).default(1),
  time: clockTime.default('08:30'),
  /** Whether the quarterly newsletter comes too. */
  letter: z.boolean().default(false),
  active: z.boolean().default(true),
});
export type Subscription = z.infer<typeof subscription>;
