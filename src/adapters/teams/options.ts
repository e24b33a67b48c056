import type { SentCards } from '../../domain/card/sent-cards.ts';
import type { References } from '../../domain/tenant/references.ts';
import type { Recent } from '../chat/once.ts';
import type { ChatOptions, ChatSetup } from '../chat/options.ts';
import type { Connector } from './connect/connector.ts';
import type { TeamsSettings } from './settings.ts';

/** Everything that the Teams adapter is given. */
export interface TeamsSetup extends ChatSetup {
  settings: TeamsSettings;
  references: References;
  sentCards: SentCards;
}

/** Everything that the Teams adapter works with. */
export interface TeamsOptions extends TeamsSetup, ChatOptions {
  connector: Connector;
  /** Presses of a short while ago: a double click acts once. */
  pressed: Recent;
  /** Messages of the last day that one person alone sees in a channel, each with whom it is for. */
  privateTo: Recent;
}
