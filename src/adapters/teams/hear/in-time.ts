import type { Reply } from '../../../reply/reply.ts';
import { within } from '../../chat/patience.ts';
import type { Asked } from '../asked.ts';
import { reasonOf } from '../connect/connector-error.ts';
import type { TeamsOptions } from '../options.ts';
import { type DialogAnswer, lineDialog } from '../show/dialog.ts';
import { say } from '../show/say.ts';

/** What a dialog shows next. `untold`: what nobody has seen yet, should Teams no longer wait for the dialog. */
export interface Outcome {
  dialog: DialogAnswer;
  untold?: Reply;
}

/** Teams waits five seconds for what a press or a dialog gives. */
export const PATIENCE_MS = 3_500;

/** Answers a dialog in time: with what came of it, or with a word that it comes in the conversation. */
export async function inTime(
  options: TeamsOptions,
  who: Asked,
  work: Promise<Outcome>,
): Promise<DialogAnswer> {
  const first = await within(PATIENCE_MS, work);
  if (first) return first.dialog;
  const told = work.then(({ untold }) => (untold ? say(options, who, untold) : undefined));
  void options.underWay.during(
    told.catch((error: unknown) =>
      options.log.warn({ reason: reasonOf(error) }, 'what came of a form could not be told'),
    ),
  );
  return lineDialog(who.context.t('teams.later'));
}
