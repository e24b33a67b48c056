import type { SendResult } from '../../../domain/delivery/platform.ts';
import { reasonOf, retryAfterOf, statusOf, wasCalled } from '../connect/connector-error.ts';

/** Final for this road: blocked by the person, not installed there, the conversation is gone. */
const CLOSED = [403, 404];
/** Not accepted: too many at once, or the same conversation is being changed. */
const BUSY = [412, 429, 503];
/** A gateway gave up waiting, or the service failed midway: the message may stand there all the same. */
const FIRST_UNCLEAR = 500;

/** What a failed post means for the delivery. Source of the statuses: Teams' documentation on rate limits, 2026. */
export function failedPost(error: unknown): SendResult {
  const reason = reasonOf(error);
  const status = statusOf(error);
  // Without a token nothing was sent, and nothing to anyone will be until there is one; one tenant may refuse it.
  if (!wasCalled(error)) return { type: 'busy', scope: 'platform', reason };
  if (status === 401) return { type: 'busy', scope: 'tenant', reason };
  if (status === undefined) return { type: 'unclear', reason };
  if (CLOSED.includes(status)) return { type: 'closed', reason };
  if (BUSY.includes(status)) return { type: 'busy', seconds: retryAfterOf(error), scope: 'tenant', reason };
  return status >= FIRST_UNCLEAR ? { type: 'unclear', reason } : { type: 'refused', reason };
}
