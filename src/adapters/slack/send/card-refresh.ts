import { WebAPIRateLimitedError } from '@slack/web-api';
import type { Card } from '../../../domain/card/cards.ts';
import type { Clients } from '../connect/clients.ts';
import type { SlackOptions } from '../options.ts';
import { drawCard } from './draw-card.ts';

/** How long a workspace rests after a fault that did not say how long. */
const REST_MS = 30_000;

/**
 * Brings the cards in channels up to date with what changed since the last call; the first call looks at all of them,
 * for the program may have been down. What does not succeed is tried again later. Gives how many were drawn anew.
 */
export function cardRefresher(options: SlackOptions, clients: Clients): () => Promise<number> {
  const waiting = new Map<string, Card>();
  const restingUntil = new Map<string, number>();
  let place: number | undefined;
  return async () => {
    const changed = await options.cards.changedSince('slack', place);
    for (const card of changed.cards) waiting.set(nameOf(card), card);
    place = changed.place;
    let drawn = 0;
    for (const [name, card] of waiting) {
      if (options.monotonic() < (restingUntil.get(card.tenant) ?? 0)) continue;
      try {
        const client = await clients.forTenant(card.tenant);
        if (!client) await options.cards.remove(card);
        else if ((await drawCard(options, client, card)) === 'drawn') drawn++;
        waiting.delete(name);
      } catch (error) {
        restingUntil.set(card.tenant, options.monotonic() + restOf(error));
        options.log.warn({ reason: (error as Error).message }, 'a card could not be brought up to date yet');
      }
    }
    return drawn;
  };
}

function nameOf({ tenant, channel, message }: Card): string {
  return `${tenant} ${channel} ${message}`;
}

function restOf(error: unknown): number {
  return error instanceof WebAPIRateLimitedError ? error.retryAfter * 1_000 : REST_MS;
}
