import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewOutput, ViewSubmitAction } from '@slack/bolt';
import type { Context, Request } from '../../../command/command.ts';
import { forgetDraft } from '../../../command/keep-draft.ts';
import { runRequest } from '../../../command/run.ts';
import { translator } from '../../../i18n/translate.ts';
import { decodeModalMetadata, type ModalMetadata } from '../../../render/slack/modal-metadata.ts';
import type { Reply } from '../../../reply/reply.ts';
import { isProblem } from '../../chat/is-problem.ts';
import { keepIfItFits, keptArgs, markOf, saveArgs } from '../../chat/kept-args.ts';
import { asked } from '../asked.ts';
import type { SlackOptions } from '../options.ts';
import { afterForm, type Outcome } from '../show/after-form.ts';
import { formView } from '../show/form-view.ts';
import { markRowAfterForm } from '../show/mark-row.ts';
import { readInputs } from '../show/read-view.ts';
import { rootOf } from '../show/root-of.ts';
import { shownView } from '../show/views.ts';
import { whoOf } from '../who-of.ts';
import { refreshHome } from './home.ts';
import { acknowledgeInTime } from './in-time.ts';

type Submitted = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** A form was sent. Whatever happens, what was filled in is kept until it is saved. */
export function onSubmission(options: SlackOptions) {
  return async (submitted: Submitted): Promise<void> => {
    const { ack, view, client } = submitted;
    const metadata = decodeModalMetadata(view.private_metadata);
    if (!metadata) return ack({ response_action: 'clear' });
    const who = whoOf(submitted, client);
    let context: Context | undefined;
    const work = safely(options, async () => {
      context = await asked(options, who);
      return carryOut(options, context, metadata, view);
    });
    await acknowledgeInTime(options, { ack, client, viewId: view.id, back: metadata.back }, work);
    // A form that was opened on the Home changes what stands there; and one from a reminder answers it.
    if (!metadata.back) await refreshHome(options, who);
    else if (metadata.back.row && context && options.sent.has(rootOf(view)))
      await markRowAfterForm(options, context, client, metadata.back.row).catch((error: Error) =>
        options.log.warn({ reason: error.message }, 'a reminder could not be shown as answered'),
      );
  };
}

/** Not even who sent it could be found out: nothing was done, and it can be sent again. */
async function safely(options: SlackOptions, work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    options.log.error({ err: error }, 'a form could not be taken up');
    return failed({ t: translator('nl') });
  }
}

async function carryOut(
  options: SlackOptions,
  context: Context,
  metadata: ModalMetadata,
  view: ViewOutput,
): Promise<Outcome> {
  const { registry, log } = options;
  const kept = await keptArgs(context, metadata.draft);
  const args = { ...kept, ...readInputs(view.state?.values) };
  const command = registry.find(metadata.command);
  const { version } = metadata;
  const request: Request = {
    command: metadata.command,
    args,
    ...(version === undefined ? {} : { version }),
  };
  try {
    if (metadata.page < metadata.pages - 1) return await nextPage(options, context, metadata, request);
    // What was agreed to may have been changed meanwhile, in another window: then it is asked anew.
    const isAgreed = metadata.confirmed !== undefined && metadata.confirmed === markOf(kept);
    const reply = await runRequest(registry, context, {
      ...request,
      key: `slack view ${rootOf(view)} ${isAgreed ? 'yes' : ''}`,
      ...(isAgreed ? { confirmed: true } : {}),
    });
    if (command && isDone(reply)) {
      options.sent.isFirst(rootOf(view));
      await forgetDraft(context, command, args);
    } else if (command && reply.type !== 'confirm') await keepIfItFits(context, command, args);
    return await afterForm(options, context, metadata, view, reply);
  } catch (error) {
    log.error({ err: error, command: metadata.command }, 'a form could not be carried out');
    if (command) await keepIfItFits(context, command, args);
    return failed(context);
  }
}

async function nextPage(
  { registry }: SlackOptions,
  context: Context,
  { page, back }: ModalMetadata,
  request: Request,
): Promise<Outcome> {
  const form = await runRequest(registry, context, { ...request, opensForm: true });
  if (form.type !== 'form') return { response_action: 'update', view: shownView(form, context) };
  const draftId = await saveArgs(registry, context, request);
  return { response_action: 'update', view: formView(form, context, { page: page + 1, back, draftId }) };
}

/** Something was done, or shown: then there is nothing left to keep. */
function isDone(reply: Reply): boolean {
  return reply.type === 'message' && !isProblem(reply);
}

function failed({ t }: Pick<Context, 't'>): Outcome {
  const sections = [{ type: 'notice' as const, tone: 'error' as const, text: t('chat.failed-kept') }];
  const title = t('chat.failed-title');
  return {
    response_action: 'update',
    view: shownView({ type: 'message', title, audience: 'private', sections }, { t }),
  };
}
