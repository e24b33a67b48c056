import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewOutput, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Context, FieldValue, Request } from '../../command/command.ts';
import { forgetDraft, keepDraft } from '../../command/keep-draft.ts';
import type { Registry } from '../../command/registry.ts';
import { runRequest } from '../../command/run.ts';
import { Refusal } from '../../core/errors.ts';
import { decodeModalMetadata, type ModalMetadata } from '../../render/slack/modal-metadata.ts';
import type { Confirm, FormReply, Reply } from '../../reply/reply.ts';
import { asked } from './asked.ts';
import { formView } from './form-view.ts';
import type { SlackOptions } from './options.ts';
import { ARGUMENT, readInputs } from './read-view.ts';
import { respondTo } from './respond-to.ts';
import { renderTagged } from './tagged.ts';
import { busyView, questionView, shownView } from './views.ts';
import { whoOf } from './who-of.ts';

type Args = Readonly<Record<string, FieldValue>>;
type Submitted = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;
/** What Slack is told to do with the modal. */
type Outcome =
  | { response_action: 'errors'; errors: Record<string, string>; late: ModalView }
  | { response_action: 'update'; view: ModalView }
  | { response_action: 'clear' };

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
    if (first) return ack(toldOf(first));
    await ack({ response_action: 'update', view: busyView(context) });
    await client.views.update({ view_id: body.view.id, view: lateView(await work, context) });
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
  return outcome.response_action === 'errors' ? outcome.late : shownView(doneReply(context), context);
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
  const earlier = await keptArgs(context, metadata);
  const args = { ...earlier, ...readInputs(view.state?.values) };
  const command = options.registry.find(metadata.command);
  try {
    if (command && metadata.page < metadata.pages - 1)
      return await nextPage(options, context, metadata, args);
    const request: Request = {
      command: metadata.command,
      args,
      key: `slack view ${view.root_view_id ?? view.id} ${metadata.confirmed ? 'yes' : metadata.page}`,
      ...(metadata.version === undefined ? {} : { version: metadata.version }),
      ...(metadata.confirmed ? { confirmed: true } : {}),
    };
    const reply = await runRequest(options.registry, context, request);
    if (command && reply.type === 'message' && !isProblem(reply)) await forgetDraft(context, command, args);
    else if (command) await keep(context, command, args);
    return await shown(options, context, metadata, view, reply);
  } catch (error) {
    options.log.error({ err: error, command: metadata.command }, 'a form could not be carried out');
    if (command) await keep(context, command, args);
    return { response_action: 'update', view: shownView(failedReply(context), context) };
  }
}

/** What earlier pages or the form before a question held; only the asker's own. */
async function keptArgs({ actor, drafts }: Context, { draft }: ModalMetadata): Promise<Args> {
  const kept = draft && actor.person ? await drafts.get(actor.person, draft) : undefined;
  return kept?.args ?? {};
}

/** Keeps it as far as that goes: a form that is too large to keep is still answered. */
async function keep(
  context: Context,
  command: Parameters<typeof keepDraft>[1],
  args: Args,
): Promise<string | undefined> {
  try {
    return await keepDraft(context, command, args);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

async function nextPage(
  { registry }: SlackOptions,
  context: Context,
  metadata: ModalMetadata,
  args: Args,
): Promise<Outcome> {
  const form = await runRequest(registry, context, {
    command: metadata.command,
    args,
    opensForm: true,
    ...(metadata.version === undefined ? {} : { version: metadata.version }),
  });
  if (form.type !== 'form') return { response_action: 'update', view: shownView(form, context) };
  const draftId = await saveArgs(registry, context, metadata.command, args);
  const { responseUrl } = metadata;
  const view = formView(form, context, { page: metadata.page + 1, responseUrl, draftId });
  return { response_action: 'update', view };
}

/** As they are, in the place of the form's draft: what a later page or a question comes back to. */
async function saveArgs(
  registry: Registry,
  { actor, drafts, now }: Context,
  name: string,
  args: Args,
): Promise<string> {
  if (!actor.person) throw new Refusal('not-found');
  const command = registry.find(name);
  const [subject] = [args[command?.subject ?? ''] ?? []].flat();
  return drafts.save({ person: actor.person, command: name, subject, args, updatedAt: now });
}

async function shown(
  options: SlackOptions,
  context: Context,
  { responseUrl }: ModalMetadata,
  view: ViewOutput,
  reply: Reply,
): Promise<Outcome> {
  if (reply.type === 'form') return formAgain(context, reply, view, responseUrl);
  if (reply.type === 'confirm') return question(options.registry, context, reply, responseUrl);
  if (reply.type === 'message' && responseUrl !== undefined) {
    const shareable = context.from?.channel !== undefined;
    if (await respondTo(responseUrl, renderTagged(reply, context.locale, { shareable }), options.log))
      return { response_action: 'clear' };
  }
  return { response_action: 'update', view: shownView(reply, context) };
}

/** Errors beside their fields; drawn anew when one is not in this view, or when a text was changed. */
function formAgain(
  context: Context,
  form: FormReply,
  view: ViewOutput,
  responseUrl: string | undefined,
): Outcome {
  const again = formView(form, context, { responseUrl });
  const inputs = readInputs(view.state?.values);
  const wrong = form.fields.filter(({ error }) => error !== undefined);
  const isAsTyped = ({ name, value }: FormReply['fields'][number]) =>
    Object.hasOwn(inputs, name) && String(inputs[name] ?? '') === String(value ?? '');
  if (wrong.length > 0 && wrong.every(isAsTyped)) {
    const errors = wrong.map(({ name, error }) => [`${ARGUMENT}${name}`, (error ?? '').slice(0, 1_900)]);
    return { response_action: 'errors', errors: Object.fromEntries(errors), late: again };
  }
  return { response_action: 'update', view: again };
}

/** As the modal's own question; with buttons where what it is about cannot be kept. */
async function question(
  registry: Registry,
  context: Context,
  confirm: Confirm,
  responseUrl: string | undefined,
): Promise<Outcome> {
  const { command, args } = confirm.confirm;
  try {
    const draft = await saveArgs(registry, context, command, args);
    return { response_action: 'update', view: questionView(confirm, context, { draft, responseUrl }) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { response_action: 'update', view: shownView(confirm, context) };
  }
}

function isProblem(reply: Reply): boolean {
  return (
    reply.type === 'message' &&
    reply.sections.some((section) => section.type === 'notice' && section.tone === 'error')
  );
}

function failedReply({ t }: Context): Reply {
  return {
    type: 'message',
    title: t('slack.failed-title'),
    audience: 'private',
    sections: [{ type: 'notice', tone: 'error', text: t('slack.failed-kept') }],
  };
}

function doneReply({ t }: Context): Reply {
  return {
    type: 'message',
    title: t('slack.done-title'),
    audience: 'private',
    sections: [{ type: 'text', text: t('slack.done') }],
  };
}
