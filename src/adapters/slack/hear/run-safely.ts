import type { Context } from '../../../command/command.ts';
import type { Reply } from '../../../reply/reply.ts';
import type { SlackOptions } from '../options.ts';

/** What a request gives; a fault of the program is logged, and told as such rather than with silence. */
export async function runSafely(
  { log }: SlackOptions,
  { t }: Context,
  work: () => Promise<Reply>,
): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    log.error({ err: error }, 'a request from Slack could not be carried out');
    return {
      type: 'message',
      title: t('slack.failed-title'),
      audience: 'private',
      sections: [{ type: 'notice', tone: 'error', text: t('slack.failed') }],
    };
  }
}
