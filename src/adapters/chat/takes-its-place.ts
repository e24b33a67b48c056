import { encodeAction } from '../../render/action-value.ts';
import type { Action, Reply } from '../../reply/reply.ts';
import { isDone } from './is-done.ts';

/**
 * Whether a reply says what was done and shows the very thing that a card is drawn by: then it takes that card's place,
 * rather than stand below it as well.
 */
export function takesItsPlace(reply: Reply, by: Pick<Action, 'command' | 'args'>): boolean {
  if (reply.type !== 'message' || !reply.refresh || !isDone(reply)) return false;
  return encodeAction(reply.refresh) === encodeAction(by);
}
