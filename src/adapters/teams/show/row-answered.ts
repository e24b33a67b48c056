import type { SentPlace } from '../../../domain/card/sent-cards.ts';
import { type ActionTarget, encodeAction } from '../../../render/action-value.ts';
import type { AdaptiveCard } from '../../../render/teams/types.ts';
import type { Message } from '../../../reply/reply.ts';
import type { Asked } from '../asked.ts';
import type { TeamsOptions } from '../options.ts';
import { cardOf } from './look.ts';
import { rowsOf, withAnswers } from './rows.ts';

type Cards = Pick<TeamsOptions, 'sentCards'>;

/** A message that the bot sent by itself, with one more row of buttons replaced by the answer that was given. */
export async function rowAnswered(
  { sentCards }: Cards,
  { where, context }: Asked,
  message: string,
  { row, label }: { row: string; label: string },
): Promise<AdaptiveCard | undefined> {
  const place = placeOf(where, message);
  const sent = place && (await sentCards.answer(place, row, context.t('chat.answered', { answer: label })));
  if (!sent) return undefined;
  const content = JSON.parse(sent.content) as Message;
  return cardOf(withAnswers(content, sent.answers), sent.locale, { rows: true });
}

/** What the button that was pressed in such a message is called. */
export async function labelPressed(
  { sentCards }: Cards,
  { where }: Asked,
  message: string | null | undefined,
  target: ActionTarget,
): Promise<string | undefined> {
  const place = message ? placeOf(where, message) : undefined;
  const sent = place && (await sentCards.find(place));
  return sent && rowsOf(JSON.parse(sent.content) as Message).get(encodeAction(target))?.label;
}

/** Only what nobody else sees is drawn anew. */
function placeOf(
  { isPersonal, tenant, conversation }: Asked['where'],
  message: string,
): SentPlace | undefined {
  return isPersonal ? { platform: 'teams', tenant, conversation, message } : undefined;
}
