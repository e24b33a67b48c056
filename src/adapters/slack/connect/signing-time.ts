import type { RequestHandler } from 'express';
import { systemClock } from '../../../core/clock.ts';

/** As far as Slack's clock and this machine's may differ; Bolt holds the past to the same. */
const SECONDS_AHEAD = 5 * 60;

/**
 * Refuses what says that it is signed later than now. Bolt only looks whether a signature is too old, so that one from
 * the future would hold for longer than requests are remembered, and could be sent again.
 */
export function refuseFuture(): RequestHandler {
  const clock = systemClock();
  return ({ headers }, response, next) => {
    const signedAt = Number(headers['x-slack-request-timestamp'] ?? 0);
    const latest = clock.now().epochMilliseconds / 1000 + SECONDS_AHEAD;
    if (signedAt > latest) response.status(401).end();
    else next();
  };
}
