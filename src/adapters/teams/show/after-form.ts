import { runRequest } from '../../../command/run.ts';
import type { Reply } from '../../../reply/reply.ts';
import { isDone } from '../../chat/is-done.ts';
import type { Asked } from '../asked.ts';
import { reasonOf } from '../connect/connector-error.ts';
import type { TeamsOptions } from '../options.ts';
import type { Carried } from './carried.ts';
import { cardOf } from './look.ts';
import { replaceCard } from './replace-card.ts';
import { rowAnswered } from './row-answered.ts';
import { say } from './say.ts';

/**
 * Tells what a form did in the conversation, and draws the card anew that it was opened from. False when it could not
 * be told there: then it has to be shown in the dialog.
 */
export async function afterForm(
  options: TeamsOptions,
  who: Asked,
  { from, fate, label }: Carried,
  reply: Reply,
): Promise<boolean> {
  try {
    await say(options, who, reply);
  } catch (error) {
    options.log.warn({ reason: reasonOf(error) }, 'the answer to a form is shown in the dialog only');
    return false;
  }
  await drawAfter(options, who, { from, fate, label }, reply).catch((error: unknown) =>
    options.log.warn({ reason: reasonOf(error) }, 'what a form was opened from could not be drawn anew'),
  );
  return true;
}

/** Draws the card anew that a form was opened from; a row of a reminder shows what was answered. */
async function drawAfter(
  options: TeamsOptions,
  who: Asked,
  { from, fate, label }: Pick<Carried, 'from' | 'fate' | 'label'>,
  reply: Reply,
): Promise<void> {
  if (!from) return;
  const { context, where } = who;
  if (fate.type === 'redrawn') {
    const drawn = await runRequest(options.registry, context, fate.by);
    const look = { onlyTheirs: true, shareable: !where.isPersonal };
    await replaceCard(options, who, from, cardOf(drawn, context.locale, look));
  }
  if (fate.type === 'row' && label && isDone(reply)) {
    const card = await rowAnswered(options, who, from, { row: fate.row, label });
    if (card) await replaceCard(options, who, from, card);
  }
}
