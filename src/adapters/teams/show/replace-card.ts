import type { AdaptiveCard } from '../../../render/teams/types.ts';
import type { Asked } from '../asked.ts';
import { reasonOf } from '../connect/connector-error.ts';
import type { TeamsOptions } from '../options.ts';
import { privateMessage } from '../where.ts';
import { onceMore } from './once-more.ts';

/**
 * Puts a card in the place of a message of ours, for good: in the personal conversation, or as the private message
 * that it is in a channel. What others see as well, or another sees alone, is never replaced by what the asker may
 * see; which message it is comes from outside, so it must be known as theirs. Gives whether it stands there now.
 */
export async function replaceCard(
  { connector, privateTo, log }: TeamsOptions,
  { where, member }: Asked,
  message: string,
  card: AdaptiveCard,
): Promise<boolean> {
  const to = where.isPersonal ? undefined : member;
  if (to && !privateTo.has(privateMessage(where.conversation, message, to))) return false;
  try {
    await onceMore(() => connector.update(where, message, { card }, to));
    return true;
  } catch (error) {
    log.warn({ reason: reasonOf(error) }, 'a card could not be drawn anew');
    return false;
  }
}
