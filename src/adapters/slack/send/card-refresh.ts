import { WebAPIRateLimitedError } from '@slack/web-api';
import { cardRefresher } from '../../chat/card-refresh.ts';
import type { Clients } from '../connect/clients.ts';
import type { SlackOptions } from '../options.ts';
import { drawCard } from './draw-card.ts';

/** Brings the cards in Slack's channels up to date; one in a workspace that is gone is forgotten. */
export function slackCards(options: SlackOptions, clients: Clients): () => Promise<number> {
  return cardRefresher(options, {
    platform: 'slack',
    draw: async (card) => {
      const client = await clients.forTenant(card.tenant);
      if (client) return drawCard(options, client, card);
      await options.cards.remove(card);
      return 'same';
    },
    restOf: (error) => (error instanceof WebAPIRateLimitedError ? error.retryAfter * 1_000 : undefined),
  });
}
