import { setTimeout as wait } from 'node:timers/promises';
import { retryAfterOf, statusOf } from '../connect/connector-error.ts';

const BUSY = [412, 429, 502, 503, 504];
const LONGEST_WAIT_S = 30;

/** Does it once more after the time that Teams asks for, or a second: someone waits for this answer. */
export async function onceMore<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const seconds = retryAfterOf(error) ?? 1;
    if (!BUSY.includes(statusOf(error) ?? 0) || seconds > LONGEST_WAIT_S) throw error;
    await wait(seconds * 1_000);
    return work();
  }
}
