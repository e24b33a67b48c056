import type { SlackMessage } from '../../../render/slack/render-slack.ts';
import type { ChatLog } from '../../chat/options.ts';

const PATIENCE_MS = 5_000;

/** Shows a message to the asker where the form was opened; false when that address is used up or too old. */
export async function respondTo(
  url: string,
  message: SlackMessage,
  { log, replace = false }: { log: ChatLog; replace?: boolean },
): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...message, response_type: 'ephemeral', replace_original: replace }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.ok) return true;
    log.warn({ status: response.status }, 'an answer could not be shown where the form was opened');
  } catch (error) {
    log.warn({ reason: (error as Error).name }, 'an answer could not be shown where the form was opened');
  }
  return false;
}
