import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Context } from '../../command/command.ts';
import { runRequest } from '../../command/run.ts';
import { Refusal } from '../../core/errors.ts';
import { decodeAction } from '../../render/action-value.ts';
import type { Back, ModalMetadata } from '../../render/slack/modal-metadata.ts';
import type { Confirm, FormReply, Reply } from '../../reply/reply.ts';
import { formView } from './form-view.ts';
import { saveArgs } from './kept-args.ts';
import type { SlackOptions } from './options.ts';
import { ARGUMENT, readInputs } from './read-view.ts';
import { respondTo } from './respond-to.ts';
import { renderAll, renderTagged } from './tagged.ts';
import { questionView, shownView } from './views.ts';

/** What Slack is told to do with the modal. `late`: the same when Slack no longer waits. */
export type Outcome =
  | { response_action: 'errors'; errors: Record<string, string>; late: ModalView }
  | { response_action: 'update'; view: ModalView }
  | { response_action: 'clear' };

const LONGEST_ERROR = 1_900;

/** What becomes of a form's modal: mended, asked on, or closed with the answer where the form was opened. */
export async function afterForm(
  options: SlackOptions,
  context: Context,
  { back }: ModalMetadata,
  view: ViewOutput,
  reply: Reply,
): Promise<Outcome> {
  if (reply.type === 'form') return formAgain(context, reply, view, back);
  if (reply.type === 'confirm') return question(options, context, reply, back);
  if (reply.type === 'message' && back && (await tellBack(options, context, back, reply)))
    return { response_action: 'clear' };
  return { response_action: 'update', view: shownView(reply, context) };
}

/** Shows the answer where the form was opened, and draws the card anew that it was opened from. */
async function tellBack(
  { log, registry }: SlackOptions,
  context: Context,
  { url, redraw, shareable: isShareable }: Back,
  reply: Reply,
): Promise<boolean> {
  const { locale } = context;
  const shareable = isShareable === true;
  const [first, ...more] = renderAll(reply, locale, { shareable });
  const isShown = first !== undefined && (await respondTo(url, first, { log }));
  for (const message of isShown ? more : []) await respondTo(url, message, { log });
  const request = isShown ? decodeAction(redraw) : undefined;
  if (request) {
    const card = await runRequest(registry, context, request);
    await respondTo(url, renderTagged(card, locale, { shareable }), { log, replace: true });
  }
  return isShown;
}

/** Errors beside their fields; drawn anew when one is not in this view, or when a text was changed. */
function formAgain(context: Context, form: FormReply, view: ViewOutput, back: Back | undefined): Outcome {
  const again = formView(form, context, { back });
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
    return { response_action: 'update', view: questionView(confirm, context, { draft, back }) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { response_action: 'update', view: shownView(confirm, context) };
  }
}
