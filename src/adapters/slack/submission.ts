import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewOutput, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Context, Request } from '../../command/command.ts';
import { forgetDraft } from '../../command/keep-draft.ts';
import { runRequest } from '../../command/run.ts';
import { decodeModalMetadata, type ModalMetadata } from '../../render/slack/modal-metadata.ts';
import type { Reply } from '../../reply/reply.ts';
import { afterForm, type Outcome } from './after-form.ts';
import { asked } from './asked.ts';
import { formView } from './form-view.ts';
import { showHome } from './home.ts';
import { isProblem } from './is-problem.ts';
import { keepIfItFits, keptArgs, saveArgs } from './kept-args.ts';
import type { SlackOptions } from './options.ts';
import { readInputs } from './read-view.ts';
import { busyView, shownView } from './views.ts';
import { whoOf } from './who-of.ts';

type Submitted = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** Slack waits three seconds; what takes longer is shown when it is there. */
const PATIENCE_MS = 2_000;

/** A form was sent. Whatever happens, what was filled in is kept until it is saved. */
export function onSubmission(options: SlackOptions) {
  return async (submitted: Submitted): Promise<void> => {
    const { ack, view, client, body } = submitted;
    const context = await asked(options, whoOf(submitted, client));
    const metadata = decodeModalMetadata(view.private_metadata);
    if (!metadata) return ack({ response_action: 'clear' });
    const work = outcomeOf(options, context, metadata, view);
    const first = await withinPatience(work);
    if (first) await ack(toldOf(first));
    else {
      await ack({ response_action: 'update', view: busyView(context) });
      await client.views.update({ view_id: body.view.id, view: lateView(await work, context) });
    }
    // A form that was opened on the Home changes what stands there.
    if (!metadata.back) await showHome(options, context, client);
  };
}

function toldOf(
  outcome: Outcome,
): Exclude<Outcome, { late: ModalView }> | { response_action: 'errors'; errors: Record<string, string> } {
  if (outcome.response_action !== 'errors') return outcome;
  return { response_action: 'errors', errors: outcome.errors };
}

function lateView(outcome: Outcome, context: Context): ModalView {
  if (outcome.response_action === 'update') return outcome.view;
  return outcome.response_action === 'errors' ? outcome.late : shownView(told(context, 'done'), context);
}

async function withinPatience<T>(work: Promise<T>): Promise<T | undefined> {
  const over = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => over.resolve(undefined), PATIENCE_MS);
  try {
    return await Promise.race([work, over.promise]);
  } finally {
    clearTimeout(timer);
  }
}

async function outcomeOf(
  options: SlackOptions,
  context: Context,
  metadata: ModalMetadata,
  view: ViewOutput,
): Promise<Outcome> {
  const { registry, log } = options;
  const args = { ...(await keptArgs(context, metadata.draft)), ...readInputs(view.state?.values) };
  const command = registry.find(metadata.command);
  const { version } = metadata;
  const request: Request = {
    command: metadata.command,
    args,
    ...(version === undefined ? {} : { version }),
  };
  try {
    if (metadata.page < metadata.pages - 1) return await nextPage(options, context, metadata, request);
    const reply = await runRequest(registry, context, {
      ...request,
      key: `slack view ${view.root_view_id ?? view.id} ${metadata.confirmed ? 'yes' : ''}`,
      ...(metadata.confirmed ? { confirmed: true } : {}),
    });
    if (command && isDone(reply)) await forgetDraft(context, command, args);
    else if (command) await keepIfItFits(context, command, args);
    return await afterForm(options, context, metadata, view, reply);
  } catch (error) {
    log.error({ err: error, command: metadata.command }, 'a form could not be carried out');
    if (command) await keepIfItFits(context, command, args);
    return { response_action: 'update', view: shownView(told(context, 'failed'), context) };
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

function told({ t }: Context, what: 'failed' | 'done'): Reply {
  const text = t(what === 'failed' ? 'slack.failed-kept' : 'slack.done');
  return {
    type: 'message',
    title: t(`slack.${what}-title`),
    audience: 'private',
    sections: [{ type: 'notice', tone: what === 'failed' ? 'error' : 'success', text }],
  };
}
