import { setTimeout as wait } from 'node:timers/promises';
import { WebAPIRateLimitedError } from '@slack/web-api';

const LONGEST_WAIT_S = 30;

/** Does it once more after the time that Slack asks for, when it was too busy: nothing was taken then. */
export async function onceMore<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof WebAPIRateLimitedError) || error.retryAfter > LONGEST_WAIT_S) throw error;
    await wait(error.retryAfter * 1_000);
    return work();
  }
}
