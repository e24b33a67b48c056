import type { Reply } from '../../reply/reply.ts';

/**
 * Tells a reply; should Slack refuse it with its pictures, which it fetches itself, then with their descriptions.
 * Gives what the sending gives.
 */
export async function withOrWithoutPictures<T>(reply: Reply, send: (shown: Reply) => Promise<T>): Promise<T> {
  if (reply.type !== 'message' || !reply.sections.some(({ type }) => type === 'image')) return send(reply);
  try {
    return await send(reply);
  } catch (error) {
    if (String((error as Error).message).includes('hash_conflict')) throw error;
    const sections = reply.sections.map((section) =>
      section.type === 'image' ? { type: 'text' as const, text: section.alt } : section,
    );
    return send({ ...reply, sections });
  }
}
