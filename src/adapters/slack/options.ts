import type { Surroundings } from '../../command/context.ts';
import type { Registry } from '../../command/registry.ts';
import type { Cards } from '../../domain/card/cards.ts';
import type { Installations } from '../../domain/tenant/installations.ts';
import type { Recent } from './hear/once.ts';
import type { UnderWay } from './hear/under-way.ts';
import type { SlackSettings } from './settings.ts';
import type { ShowAnswered } from './show/answered-rows.ts';

/** What the adapter writes to the log; never a token or a text of a person. */
export interface SlackLog {
  error(details: object, message: string): void;
  warn(details: object, message: string): void;
  debug(details: object, message: string): void;
}

/** Everything that the Slack adapter is given. */
export interface SlackSetup extends Surroundings {
  registry: Registry;
  settings: SlackSettings;
  installations: Installations;
  cards: Cards;
  log: SlackLog;
  /** Milliseconds that only go forward. */
  monotonic: () => number;
}

/** Everything that the Slack adapter works with. */
export interface SlackOptions extends SlackSetup {
  /** Whose account was looked at lately: Slack may have failed to tell that it was switched off. */
  lookedAt: Recent;
  /** Forms that were sent a short while ago: what is still told of them is nothing to keep. */
  sent: Recent;
  /** Shows in the bot's own messages what was answered. */
  showAnswered: ShowAnswered;
  /** What goes on after its request was acknowledged. */
  underWay: UnderWay;
}
