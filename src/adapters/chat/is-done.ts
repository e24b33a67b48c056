import type { Reply } from '../../reply/reply.ts';

/** Whether a reply says that something was done: drawn anew it would not say so, and be shorter. */
export function isDone(reply: Reply): boolean {
  return (
    reply.type === 'message' &&
    reply.sections.some((section) => section.type === 'notice' && section.tone === 'success')
  );
}
