import { runRequest } from '../../../command/run.ts';
import { decodeAction } from '../../../render/action-value.ts';
import { TEAMS_ACTION_KEY } from '../../../render/teams/limits.ts';
import { runSafely } from '../../chat/run-safely.ts';
import { withEarlierDraft } from '../../chat/with-draft.ts';
import type { Asked } from '../asked.ts';
import type { Heard } from '../heard.ts';
import type { TeamsOptions } from '../options.ts';
import { answerDialog, type DialogAnswer, formDialog } from '../show/dialog.ts';
import { fateOf } from '../show/look.ts';
import { labelPressed } from '../show/row-answered.ts';
import { isPress } from './press.ts';

/** A button that opens a form was pressed: the form, with what was begun in it earlier. */
export async function openDialog(options: TeamsOptions, who: Asked, activity: Heard): Promise<DialogAnswer> {
  const { data } = (activity.value ?? {}) as { data?: unknown };
  const target = isPress(data) ? decodeAction(data[TEAMS_ACTION_KEY]) : undefined;
  if (!target || !isPress(data)) return undefined;
  const { context } = who;
  const reply = await runSafely(options, context, () =>
    runRequest(options.registry, context, { ...target, opensForm: true }),
  );
  if (reply.type !== 'form') return answerDialog(reply, context);
  const fate = fateOf(data);
  return formDialog(await withEarlierDraft(options, context, reply), context, {
    dialog: options.ids(),
    from: activity.replyToId ?? undefined,
    fate,
    label: fate.type === 'row' ? await labelPressed(options, who, activity.replyToId, target) : undefined,
  });
}
