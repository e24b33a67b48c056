import { setImmediate as nextRound } from 'node:timers/promises';

/**
 * Makes a function that comes back to one caller at a time, in order, each in a round of the event loop of its own:
 * of commands that come together, each is acknowledged before the first of them is worked out.
 */
export function turns(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(() => nextRound());
    return last;
  };
}
