import type { Surroundings } from '../../command/context.ts';
import type { Registry } from '../../command/registry.ts';
import type { Cards } from '../../domain/card/cards.ts';
import type { Recent } from './once.ts';
import type { UnderWay } from './under-way.ts';

/** What a chat adapter writes to the log; never a token or a text of a person. */
export interface ChatLog {
  error(details: object, message: string): void;
  warn(details: object, message: string): void;
  debug(details: object, message: string): void;
}

/** Everything that every chat adapter is given. */
export interface ChatSetup extends Surroundings {
  registry: Registry;
  cards: Cards;
  log: ChatLog;
  /** Milliseconds that only go forward. */
  monotonic: () => number;
}

/** Everything that every chat adapter works with. */
export interface ChatOptions extends ChatSetup {
  /** Whose account was looked at lately: the platform may have failed to tell that it was switched off. */
  lookedAt: Recent;
  /** What goes on after its request was acknowledged. */
  underWay: UnderWay;
}
