import type { Card } from '../../domain/card/cards.ts';
import { translator } from '../../i18n/translate.ts';
import { decodeAction } from '../../render/action-value.ts';
import type { Reply } from '../../reply/reply.ts';
import type { Clients } from './clients.ts';
import { errorCode } from './error-code.ts';
import type { SlackOptions } from './options.ts';
import { channelMessage, forChannel, isShown, shownHash } from './share.ts';

/** Errors after which a card can never be changed again. */
const OVER = new Set([
  ...['message_not_found', 'channel_not_found', 'cant_update_message', 'edit_window_closed', 'is_archived'],
  ...['account_inactive', 'token_revoked', 'invalid_auth', 'not_in_channel'],
]);

/**
 * Brings the cards in channels up to date with what changed since the last call; the first call looks at all of them,
 * for the program may have been down. Gives how many were drawn anew.
 */
export function cardRefresher(options: SlackOptions, clients: Clients): () => Promise<number> {
  let place: number | undefined;
  const failed = new Set<Card>();
  return async () => {
    const changed = await options.cards.changedSince('slack', place);
    place = changed.place;
    const again = [...failed];
    failed.clear();
    let drawn = 0;
    for (const card of [...again, ...changed.cards]) {
      const result = await refreshCard(options, clients, card);
      if (result === 'drawn') drawn++;
      if (result === 'later') failed.add(card);
    }
    return drawn;
  };
}

async function refreshCard(
  options: SlackOptions,
  clients: Clients,
  card: Card,
): Promise<'same' | 'drawn' | 'later'> {
  const { cards, log } = options;
  const request = decodeAction(card.request);
  const client = await clients.forTenant(card.tenant);
  if (!request || !client) {
    await cards.remove(card);
    return 'same';
  }
  const reply = await forChannel(options, request, card.locale);
  const shownReply = isShown(reply) ? reply : gone(card);
  const message = await channelMessage(options, shownReply, card.locale, card.sharedBy);
  const shown = shownHash(message);
  if (shown === card.shown) return 'same';
  try {
    await client.chat.update({ channel: card.channel, ts: card.message, ...message });
    await cards.update(card, shown);
    return 'drawn';
  } catch (error) {
    if (OVER.has(errorCode(error))) {
      await cards.remove(card);
      return 'same';
    }
    log.warn({ reason: (error as Error).message }, 'a card in a channel could not be brought up to date yet');
    return 'later';
  }
}

/** What was shared is not for everyone any more. */
function gone({ locale }: Card): Reply {
  const t = translator(locale);
  return {
    type: 'message',
    title: t('slack.not-public-title'),
    audience: 'channel',
    sections: [{ type: 'text', text: t('slack.not-public') }],
  };
}
