import type { ChatLog } from '../../chat/options.ts';
import { errorCode } from '../error-code.ts';

const AGAIN_MS = 30_000;

/** Codes with which Slack says that the tokens are wrong: trying again does not help, but they may be mended there. */
const WRONG_TOKEN = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'not_allowed_token_type',
]);

/**
 * Connects, and tries again every half minute until it succeeds: the calendar and the feeds do not wait for Slack.
 * Gives what ends the trying.
 */
export function keepConnecting(connect: () => Promise<unknown>, log: ChatLog): () => void {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const attempt = async (): Promise<void> => {
    try {
      await connect();
    } catch (error) {
      const text = WRONG_TOKEN.has(errorCode(error))
        ? 'Slack does not accept the tokens: check SLACK_APP_TOKEN and SLACK_BOT_TOKEN'
        : 'Slack cannot be reached yet';
      log.error({ reason: (error as Error).message }, text);
      if (!stopped) timer = setTimeout(attempt, AGAIN_MS);
    }
  };
  void attempt();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
