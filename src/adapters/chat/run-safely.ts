import type { Context } from '../../command/command.ts';
import type { Reply } from '../../reply/reply.ts';
import type { ChatOptions } from './options.ts';

/** What a request gives; a fault of the program is logged, and told as such rather than with silence. */
export async function runSafely(
  { log }: ChatOptions,
  { t }: Context,
  work: () => Promise<Reply>,
): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    log.error({ err: error }, 'a request could not be carried out');
    return {
      type: 'message',
      title: t('chat.failed-title'),
      audience: 'private',
      sections: [{ type: 'notice', tone: 'error', text: t('chat.failed') }],
    };
  }
}
