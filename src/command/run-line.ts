import { Refusal } from '../core/errors.ts';
import type { Reply } from '../reply/reply.ts';
import type { Context } from './command.ts';
import { refusalReply } from './problem-replies.ts';
import type { Registry } from './registry.ts';
import { runRequest } from './run.ts';
import { typedRequest } from './typed-request.ts';

/**
 * Carries out a typed line, on whatever surface it was typed; an empty one asks for help. What cannot be
 * read comes back as a reply, like everything that a person can mend. `key` names the submission.
 */
export async function runLine(
  registry: Registry,
  context: Context,
  line: string,
  key?: string,
): Promise<Reply> {
  try {
    const request = typedRequest(registry, line.trim() === '' ? 'help' : line);
    return await runRequest(registry, context, key === undefined ? request : { ...request, key });
  } catch (error) {
    if (error instanceof Refusal) return refusalReply(context, error);
    throw error;
  }
}
