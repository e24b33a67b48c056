import { CANNOT_TELL, type Outgoing, type Platform, type SendResult } from '../domain/delivery/platform.ts';
import type { Road } from '../domain/delivery/road.ts';
import type { Message } from '../reply/reply.ts';

/** Hands a message to a platform. What it throws, or does not answer in time, may have been accepted. */
export async function attempt(
  platform: Platform<Message>,
  outgoing: Outgoing<Message>,
  patience: number,
): Promise<SendResult> {
  try {
    return await inTime(patience, (signal) => platform.send(outgoing, signal));
  } catch (error) {
    return { type: 'unclear', reason: messageOf(error) };
  }
}

/** What is known of an earlier attempt whose outcome nobody learned. */
export type Found =
  | { type: 'arrived'; platformId: string }
  | { type: 'not-there' }
  /** Now and later. */
  | { type: 'cannot-tell' }
  | { type: 'unknown'; reason: string };

/** Asks a platform whether a delivery arrived after all. */
export async function lookFor(
  platform: Platform<Message>,
  road: Road,
  delivery: string,
  patience: number,
): Promise<Found> {
  try {
    const platformId = await inTime(patience, async (signal) => platform.find?.(road, delivery, signal));
    if (platformId === CANNOT_TELL) return { type: 'cannot-tell' };
    return platformId === undefined ? { type: 'not-there' } : { type: 'arrived', platformId };
  } catch (error) {
    return { type: 'unknown', reason: messageOf(error) };
  }
}

/** Ends the wait by itself too, for a platform that does not heed the signal. */
async function inTime<T>(patience: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const over = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const error = new Error(`no answer within ${patience / 1_000} seconds`);
    controller.abort(error);
    // A turn later, so that a platform that heeds the signal can still say how far it came.
    setImmediate(() => over.reject(error));
  }, patience);
  try {
    return await Promise.race([work(controller.signal), over.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** What went wrong, in its own words. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
