import { RespondError } from '@slack/bolt';
import type { Reply } from '../../../reply/reply.ts';
import { errorCode } from '../error-code.ts';

/**
 * Tells a reply; should Slack refuse it with its pictures, which it fetches itself, then with their descriptions.
 * Gives what the sending gives.
 */
export async function withOrWithoutPictures<T>(reply: Reply, send: (shown: Reply) => Promise<T>): Promise<T> {
  if (reply.type !== 'message' || !reply.sections.some(({ type }) => type === 'image')) return send(reply);
  try {
    return await send(reply);
  } catch (error) {
    // Anything else may have been taken all the same, and must not come twice.
    if (!isRefused(error)) throw error;
    const sections = reply.sections.map((section) =>
      section.type === 'image' ? { type: 'text' as const, text: section.alt } : section,
    );
    return send({ ...reply, sections });
  }
}

/** Slack looked at it and does not take it: it answered so, or as a wrong request on a response URL. */
function isRefused(error: unknown): boolean {
  if (errorCode(error).startsWith('invalid_')) return true;
  return error instanceof RespondError && error.statusCode === 400;
}
