import type { Context, Request } from '../../../command/command.ts';
import { forgetDraft } from '../../../command/keep-draft.ts';
import { runRequest } from '../../../command/run.ts';
import { Refusal } from '../../../core/errors.ts';
import { type ActionTarget, decodeAction } from '../../../render/action-value.ts';
import { TEAMS_ACTION_KEY } from '../../../render/teams/limits.ts';
import type { Confirm, Reply } from '../../../reply/reply.ts';
import { isDone } from '../../chat/is-done.ts';
import { isProblem } from '../../chat/is-problem.ts';
import { keepIfItFits, keptArgs, markOf, saveArgs } from '../../chat/kept-args.ts';
import { runSafely } from '../../chat/run-safely.ts';
import type { Asked } from '../asked.ts';
import type { Heard } from '../heard.ts';
import type { TeamsOptions } from '../options.ts';
import { afterForm } from '../show/after-form.ts';
import { type Carried, carriedIn } from '../show/carried.ts';
import { answerDialog, type DialogAnswer, formDialog, questionDialog } from '../show/dialog.ts';
import { readInputs } from '../show/read-inputs.ts';
import { inTime, type Outcome } from './in-time.ts';
import { isPress } from './press.ts';

/** A dialog was sent, or a button in one pressed. Whatever happens, what was filled in is kept until it is saved. */
export function submitDialog(options: TeamsOptions, who: Asked, { value }: Heard): Promise<DialogAnswer> {
  return submitData(options, who, (value as { data?: unknown } | undefined)?.data);
}

/** The same, of the data that a dialog sent. */
export async function submitData(options: TeamsOptions, who: Asked, data: unknown): Promise<DialogAnswer> {
  if (!isPress(data)) return undefined;
  const target = decodeAction(data[TEAMS_ACTION_KEY]);
  if (!target) return undefined;
  const carried = carriedIn(data);
  const work =
    carried.page === undefined
      ? pressed(options, who, target, carried)
      : sent(options, who, target, carried, data);
  return inTime(options, who, work);
}

/** A form, or the answer to a question about one. */
async function sent(
  options: TeamsOptions,
  who: Asked,
  target: ActionTarget,
  carried: Carried,
  data: unknown,
): Promise<Outcome> {
  const { registry, log } = options;
  const { context } = who;
  const kept = await keptArgs(context, carried.draft);
  const args = { ...kept, ...readInputs(data) };
  const command = registry.find(target.command);
  const { version } = target;
  const request: Request = { command: target.command, args, ...(version === undefined ? {} : { version }) };
  try {
    const { page = 0, pages = 1 } = carried;
    if (page < pages - 1) return await nextPage(options, who, request, { ...carried, page: page + 1 });
    // What was agreed to may have been changed meanwhile, in another window: then it is asked anew.
    const isAgreed = carried.mark !== undefined && target.confirmed === true && carried.mark === markOf(kept);
    const reply = await runRequest(registry, context, {
      ...request,
      key: `teams dialog ${context.from?.user} ${carried.dialog} ${isAgreed ? 'yes' : ''}`,
      ...(isAgreed ? { confirmed: true } : {}),
    });
    if (command && isFinished(reply)) await forgetDraft(context, command, args);
    else if (command && reply.type !== 'confirm') await keepIfItFits(context, command, args);
    return await answered(options, who, request, carried, reply);
  } catch (error) {
    log.error({ err: error, command: target.command }, 'a form could not be carried out');
    if (command) await keepIfItFits(context, command, args);
    const { t } = context;
    const sections = [{ type: 'notice' as const, tone: 'error' as const, text: t('chat.failed-kept') }];
    const reply: Reply = { type: 'message', title: t('chat.failed-title'), audience: 'private', sections };
    return { dialog: answerDialog(reply, context), untold: reply };
  }
}

/** Mended, asked on, or closed with the answer in the conversation. */
async function answered(
  options: TeamsOptions,
  who: Asked,
  request: Request,
  carried: Carried,
  reply: Reply,
): Promise<Outcome> {
  const { context } = who;
  if (reply.type === 'form') {
    // Of several pages only one is sent again: the others are kept.
    const draft = (carried.pages ?? 1) > 1 ? await saveArgs(options.registry, context, request) : undefined;
    const again = { ...carried, draft, mark: undefined };
    return { dialog: formDialog(reply, context, again), untold: reply };
  }
  if (reply.type === 'confirm')
    return { dialog: await question(options, context, reply, carried), untold: reply };
  if (reply.type === 'message' && (await afterForm(options, who, carried, reply)))
    return { dialog: undefined };
  return { dialog: answerDialog(reply, context), untold: reply };
}

/** As the dialog's own question; with buttons where what it is about cannot be kept. */
async function question(
  { registry }: TeamsOptions,
  context: Context,
  asked: Confirm,
  carried: Carried,
): Promise<DialogAnswer> {
  try {
    const draft = await saveArgs(registry, context, asked.confirm);
    return questionDialog(asked, context, { ...carried, draft, mark: markOf(asked.confirm.args) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return answerDialog(asked, context);
  }
}

async function nextPage(
  { registry }: TeamsOptions,
  { context }: Asked,
  request: Request,
  carried: Carried,
): Promise<Outcome> {
  const form = await runRequest(registry, context, { ...request, opensForm: true });
  if (form.type !== 'form') return { dialog: answerDialog(form, context), untold: form };
  const draft = await saveArgs(registry, context, request);
  return { dialog: formDialog(form, context, { ...carried, draft }), untold: form };
}

/** An ordinary button in a dialog: what follows takes the place of what is in it. */
async function pressed(
  options: TeamsOptions,
  { context }: Asked,
  target: ActionTarget,
  carried: Carried,
): Promise<Outcome> {
  const key = `teams dialog ${context.from?.user} ${carried.dialog} ${JSON.stringify(target)}`;
  const reply = await runSafely(options, context, () =>
    runRequest(options.registry, context, { ...target, ...(carried.dialog === '' ? {} : { key }) }),
  );
  // Chosen below a question: what was filled in is saved now, in another week.
  const command = options.registry.find(target.command);
  if (command && isDone(reply)) await forgetDraft(context, command, target.args);
  const form = { ...carried, dialog: options.ids() };
  const dialog = reply.type === 'form' ? formDialog(reply, context, form) : answerDialog(reply, context);
  return { dialog, untold: reply };
}

/** Something was done, or shown: then there is nothing left to keep. */
function isFinished(reply: Reply): boolean {
  return reply.type === 'message' && !isProblem(reply);
}
