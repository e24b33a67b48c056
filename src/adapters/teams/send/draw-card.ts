import { createHash } from 'node:crypto';
import type { Card } from '../../../domain/card/cards.ts';
import type { AdaptiveCard } from '../../../render/teams/types.ts';
import { cardReply, withSharer } from '../../chat/for-channel.ts';
import { statusOf } from '../connect/connector-error.ts';
import type { TeamsOptions } from '../options.ts';
import { cardOf } from '../show/look.ts';

/** Statuses after which a card can never be changed again: the bot is out of the channel, the message is gone. */
const OVER = [400, 403, 404];

/** Draws a card in a channel as its record is now; forgets one that cannot be changed any more. Throws other faults. */
export async function drawCard(options: TeamsOptions, card: Card): Promise<'same' | 'drawn'> {
  const { references, connector, cards } = options;
  const place = await references.find(card.tenant, card.channel);
  if (!place?.conversation) {
    await cards.remove(card);
    return 'same';
  }
  const reply = await withSharer(options, await cardReply(options, card), card.locale, card.sharedBy);
  const drawn = cardOf(reply, card.locale);
  const shown = shownHash(drawn);
  if (shown === card.shown) return 'same';
  const { serviceUrl } = place;
  try {
    await connector.update({ serviceUrl, conversation: place.conversation }, card.message, { card: drawn });
  } catch (error) {
    if (!OVER.includes(statusOf(error) ?? 0)) throw error;
    await cards.remove(card);
    return 'same';
  }
  await cards.update(card, shown);
  return 'drawn';
}

/** A sign of what a card shows, to see whether it still shows the same. */
export function shownHash({ body }: AdaptiveCard): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 22);
}
