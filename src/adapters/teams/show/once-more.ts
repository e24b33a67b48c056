import { setTimeout as wait } from 'node:timers/promises';
import { retryAfterOf, statusOf, wasCalled } from '../connect/connector-error.ts';

const AGAIN = [412, 429, 500, 502, 503, 504];
const LONGEST_WAIT_S = 30;
const SHORTLY_S = 0.2;

/**
 * Does it once more after the time that Teams asks for, or at once, when it was busy or gave no answer: someone waits
 * for this, and would rather see it twice than never.
 */
export async function onceMore<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const seconds = retryAfterOf(error) ?? SHORTLY_S;
    const status = statusOf(error);
    const isPassing = status === undefined ? wasCalled(error) : AGAIN.includes(status);
    if (!isPassing || seconds > LONGEST_WAIT_S) throw error;
    await wait(seconds * 1_000);
    return work();
  }
}
