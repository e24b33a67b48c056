import type { Installations } from '../../domain/tenant/installations.ts';
import type { Recent } from '../chat/once.ts';
import type { ChatOptions, ChatSetup } from '../chat/options.ts';
import type { SlackSettings } from './settings.ts';
import type { ShowAnswered } from './show/answered-rows.ts';

/** Everything that the Slack adapter is given. */
export interface SlackSetup extends ChatSetup {
  settings: SlackSettings;
  installations: Installations;
}

/** Everything that the Slack adapter works with. */
export interface SlackOptions extends SlackSetup, ChatOptions {
  /** Forms that were sent a short while ago: what is still told of them is nothing to keep. */
  sent: Recent;
  /** Shows in the bot's own messages what was answered. */
  showAnswered: ShowAnswered;
}
