const FIRST = 2_000;
const LONGEST = 15 * 60_000;
/** A platform that took a message whose answer was lost can tell so after a moment, not at once. */
const SHORTEST = 1_000;

/**
 * How many milliseconds to wait after so many attempts: anything up to a bound that doubles from 2 seconds to
 * 15 minutes, so that what failed together does not come back together. `random` gives 0 to 1.
 */
export function backoff(attempts: number, random: () => number): number {
  const bound = Math.min(LONGEST, FIRST * 2 ** Math.max(0, attempts - 1));
  return Math.round(SHORTEST + random() * (bound - SHORTEST));
}
