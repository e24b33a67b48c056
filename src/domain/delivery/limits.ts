import { z } from 'zod';
import type { PlatformName } from './road.ts';

const rate = z.strictObject({
  messages: z.int().min(1).max(10_000),
  seconds: z.int().min(1).max(86_400),
});
/** At most so many messages at once, and one more each `seconds / messages` after that. */
export type Rate = z.infer<typeof rate>;

const platformLimits = z.strictObject({
  /** One user, channel or mail address. */
  perChannel: rate,
  /** One workspace, Teams tenant or mail domain. */
  perTenant: rate,
  perPlatform: rate,
  /** How many messages to one tenant may be under way together. */
  concurrency: z.int().min(1).max(50),
});

/** How fast may be sent; settings/sending-limits.yaml holds the numbers and where they come from. */
export const sendingLimits = z.strictObject({
  slack: platformLimits,
  teams: platformLimits,
  email: platformLimits,
  console: platformLimits,
} satisfies Record<PlatformName, unknown>);
export type SendingLimits = z.infer<typeof sendingLimits>;
