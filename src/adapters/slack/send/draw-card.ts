import type { WebClient } from '@slack/web-api';
import type { Card } from '../../../domain/card/cards.ts';
import { cardReply } from '../../chat/for-channel.ts';
import { errorCode } from '../error-code.ts';
import type { SlackOptions } from '../options.ts';
import { channelMessage, shownHash } from '../show/channel-view.ts';

/** Errors after which a card can never be changed again. */
const OVER = new Set([
  ...['message_not_found', 'channel_not_found', 'cant_update_message', 'edit_window_closed'],
  ...['is_archived', 'not_in_channel'],
]);

/** Draws a card in a channel as its record is now; forgets one that cannot be changed any more. Throws other faults. */
export async function drawCard(
  options: SlackOptions,
  client: WebClient,
  card: Card,
): Promise<'same' | 'drawn'> {
  const reply = await cardReply(options, card);
  const message = await channelMessage(options, reply, card.locale, card.sharedBy);
  const shown = shownHash(message);
  if (shown === card.shown) return 'same';
  try {
    await client.chat.update({ channel: card.channel, ts: card.message, ...message });
  } catch (error) {
    if (!OVER.has(errorCode(error))) throw error;
    await options.cards.remove(card);
    return 'same';
  }
  await options.cards.update(card, shown);
  return 'drawn';
}
