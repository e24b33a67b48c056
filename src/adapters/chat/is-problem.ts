import type { Reply } from '../../reply/reply.ts';

/** Whether a reply says that something could not be done. */
export function isProblem(reply: Reply): boolean {
  return (
    reply.type === 'message' &&
    reply.sections.some((section) => section.type === 'notice' && section.tone === 'error')
  );
}
