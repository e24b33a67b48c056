import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Context } from '../../../command/command.ts';
import { runRequest } from '../../../command/run.ts';
import { Refusal } from '../../../core/errors.ts';
import { decodeAction } from '../../../render/action-value.ts';
import type { Back, ModalMetadata } from '../../../render/slack/modal-metadata.ts';
import type { Confirm, FormReply, Reply } from '../../../reply/reply.ts';
import { markOf, saveArgs } from '../../chat/kept-args.ts';
import type { SlackOptions } from '../options.ts';
import { formView } from './form-view.ts';
import { ARGUMENT, readInputs } from './read-view.ts';
import { respondTo } from './respond-to.ts';
import { renderAll, renderTagged } from './tagged.ts';
import { questionView, shownView } from './views.ts';

/** What Slack is told to do with the modal. `late`: the same when Slack no longer waits. */
export type Outcome =
  | { response_action: 'errors'; errors: Record<string, string>; late: ModalView }
  | { response_action: 'update'; view: ModalView }
  | { response_action: 'clear'; late: ModalView };

const LONGEST_ERROR = 1_900;

/** What becomes of a form's modal: mended, asked on, or closed with the answer where the form was opened. */
export async function afterForm(
  options: SlackOptions,
  context: Context,
  { back, draft, version }: ModalMetadata,
  view: ViewOutput,
  reply: Reply,
): Promise<Outcome> {
  if (reply.type === 'form') return formAgain(context, reply, view, { back, draftId: draft });
  if (reply.type === 'confirm') {
    // Another version than the form was drawn from: then the card that it was opened from is out of date as well.
    if (back && reply.confirm.version !== version) await redraw(options, context, back);
    return question(options, context, reply, back);
  }
  if (reply.type === 'message' && back && (await tellBack(options, context, back, reply)))
    return { response_action: 'clear', late: shownView(reply, context) };
  return { response_action: 'update', view: shownView(reply, context) };
}

/** Shows the answer where the form was opened, and draws the card anew that it was opened from. */
export async function tellBack(
  options: SlackOptions,
  context: Context,
  { url, ...rest }: Back,
  reply: Reply,
): Promise<boolean> {
  const { locale } = context;
  const { log } = options;
  const shareable = rest.shareable === true;
  const [first, ...more] = renderAll(reply, locale, { shareable });
  const isShown = first !== undefined && (await respondTo(url, first, { log }));
  for (const message of isShown ? more : []) await respondTo(url, message, { log });
  if (isShown) await redraw(options, context, { url, ...rest });
  return isShown;
}

/** Draws the card anew that the form was opened from, if it was opened from one. */
async function redraw(
  { log, registry }: SlackOptions,
  context: Context,
  { url, redraw: by, shareable }: Back,
): Promise<void> {
  const request = decodeAction(by);
  if (!request) return;
  const card = await runRequest(registry, context, request);
  const message = renderTagged(card, context.locale, { shareable: shareable === true });
  await respondTo(url, message, { log, replace: true });
}

/** Errors beside their fields; drawn anew when one is not in this view, or when a text was changed. */
function formAgain(
  context: Context,
  form: FormReply,
  view: ViewOutput,
  carried: { back: Back | undefined; draftId: string | undefined },
): Outcome {
  const again = formView(form, context, carried);
  const inputs = readInputs(view.state?.values);
  const wrong = form.fields.filter(({ error }) => error !== undefined);
  const isAsTyped = ({ name, value }: FormReply['fields'][number]) =>
    Object.hasOwn(inputs, name) && String(inputs[name] ?? '') === String(value ?? '');
  if (wrong.length === 0 || !wrong.every(isAsTyped)) return { response_action: 'update', view: again };
  const errors = wrong.map(({ name, error }) => [
    `${ARGUMENT}${name}`,
    (error ?? '').slice(0, LONGEST_ERROR),
  ]);
  return { response_action: 'errors', errors: Object.fromEntries(errors), late: again };
}

/** As the modal's own question; with buttons where what it is about cannot be kept. */
async function question(
  { registry }: SlackOptions,
  context: Context,
  confirm: Confirm,
  back: Back | undefined,
): Promise<Outcome> {
  try {
    const draft = await saveArgs(registry, context, confirm.confirm);
    const mark = markOf(confirm.confirm.args);
    return { response_action: 'update', view: questionView(confirm, context, { draft, mark, back }) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { response_action: 'update', view: shownView(confirm, context) };
  }
}
