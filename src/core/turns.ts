import { setImmediate as nextRound } from 'node:timers/promises';

/**
 * Makes a function that comes back to one caller at a time, in order, each in a round of the event loop of its
 * own: between two messages that are made, answers come in, attempts go out and requests are answered.
 */
export function turns(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(() => nextRound());
    return last;
  };
}
