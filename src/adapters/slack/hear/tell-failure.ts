import { type CodedError, ErrorCode } from '@slack/bolt';
import { type Translate, translator } from '../../../i18n/translate.ts';
import { renderSlack } from '../../../render/slack/render-slack.ts';
import type { SlackOptions } from '../options.ts';
import { respondTo } from '../show/respond-to.ts';

/** A request that failed before or after it was known who asks. */
export interface Failed {
  error: CodedError;
  body: { response_url?: unknown };
}

/** Logs a fault, and tells who asked where that is possible: nobody is left without a word. */
export async function tellFailure(options: SlackOptions, { error, body }: Failed): Promise<void> {
  options.log.error({ err: error }, 'a request of Slack failed');
  if (typeof body.response_url !== 'string') return;
  const t = translator('nl');
  const text = error.code === ErrorCode.AuthorizationError ? lockedOut(options, t) : t('chat.failed');
  const sections = [{ type: 'notice' as const, tone: 'error' as const, text }];
  const message = renderSlack(
    { type: 'message', title: t('chat.app-name'), audience: 'private', sections },
    t,
  );
  await respondTo(body.response_url, message, { log: options.log });
}

/** Slack still has us, and we have no access: over HTTP only installing anew helps. */
function lockedOut({ settings, publicUrl }: SlackOptions, t: Translate): string {
  if (settings.mode === 'socket') return t('slack.locked-out-socket');
  return t('slack.locked-out', { url: `${publicUrl}/slack/install` });
}
