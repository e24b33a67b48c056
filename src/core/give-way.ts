import { setImmediate as nextRound } from 'node:timers/promises';

/** Comes back at once, or after a round of the event loop when the caller has held it for long enough. */
export type GiveWay = () => Promise<void>;

/** The longest that long work holds the event loop in one go; a request that came in waits about so long. */
const HOLD_MS = 15;

/** Makes a `GiveWay` for one piece of long work, by a clock in milliseconds that never goes back. */
export function givingWay(monotonic: () => number): GiveWay {
  let since = monotonic();
  return async () => {
    if (monotonic() - since < HOLD_MS) return;
    await nextRound();
    since = monotonic();
  };
}

/** For work that nobody waits beside, such as a command of the command line. */
export const neverGivingWay: GiveWay = () => Promise.resolve();
