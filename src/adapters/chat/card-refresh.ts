import type { Card } from '../../domain/card/cards.ts';
import type { ChatPlatform } from '../../domain/tenant/tenant.ts';
import type { ChatOptions } from './options.ts';

/** How long a workspace rests after a fault that did not say how long. */
const REST_MS = 30_000;

/** How one platform draws a card anew. */
export interface CardDrawing {
  platform: ChatPlatform;
  /** Draws it, or forgets a card that can never be changed any more. Throws other faults. */
  draw(card: Card): Promise<'same' | 'drawn'>;
  /** How many milliseconds the platform asked to wait; undefined when it did not. */
  restOf(error: unknown): number | undefined;
}

/**
 * Brings the cards in channels up to date with what changed since the last call; the first call looks at all of them,
 * for the program may have been down. What does not succeed is tried again later. Gives how many were drawn anew.
 */
export function cardRefresher(
  { cards, monotonic, log }: ChatOptions,
  { platform, draw, restOf }: CardDrawing,
): () => Promise<number> {
  const waiting = new Map<string, Card>();
  const restingUntil = new Map<string, number>();
  let place: number | undefined;
  return async () => {
    const changed = await cards.changedSince(platform, place);
    for (const card of changed.cards) waiting.set(nameOf(card), card);
    place = changed.place;
    let drawn = 0;
    for (const [name, card] of waiting) {
      if (monotonic() < (restingUntil.get(card.tenant) ?? 0)) continue;
      try {
        if ((await draw(card)) === 'drawn') drawn++;
        waiting.delete(name);
      } catch (error) {
        restingUntil.set(card.tenant, monotonic() + (restOf(error) ?? REST_MS));
        log.warn({ reason: (error as Error).message }, 'a card could not be brought up to date yet');
      }
    }
    return drawn;
  };
}

function nameOf({ tenant, channel, message }: Card): string {
  return `${tenant} ${channel} ${message}`;
}
