import type {
  AllMiddlewareArgs,
  MessageShortcut,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Context } from '../../../command/command.ts';
import { draftFor, keepDraft } from '../../../command/keep-draft.ts';
import { problem } from '../../../command/problem-replies.ts';
import { isStranger, standingReply } from '../../../command/standing-reply.ts';
import { Refusal } from '../../../core/errors.ts';
import { withoutPersonalData } from '../../../domain/shared/personal-data.ts';
import { splitText } from '../../../render/shared/split-text.ts';
import { SLACK_LIMITS } from '../../../render/slack/limits.ts';
import { plainObject } from '../../../render/slack/plain-object.ts';
import type { Reply, Section } from '../../../reply/reply.ts';
import { asked } from '../asked.ts';
import type { SlackOptions } from '../options.ts';
import type { Outcome } from '../show/after-form.ts';
import { byTrigger } from '../show/answer.ts';
import { ARGUMENT, readInputs } from '../show/read-view.ts';
import { respondTo } from '../show/respond-to.ts';
import { renderTagged } from '../show/tagged.ts';
import { shownView } from '../show/views.ts';
import { whoOf } from '../who-of.ts';
import { acknowledgeInTime } from './in-time.ts';
import { typedText } from './typed-text.ts';

/** What a message can become: a signal, or the proposal of a practice. Kept as a draft until it can be handed in. */
export const MESSAGE_SHORTCUTS = ['signaal', 'aanpak'] as const;
export type MessageShortcutName = (typeof MESSAGE_SHORTCUTS)[number];

const TEXT = 'tekst';
export const KEPT_VIEW = 'keep:';

/** Shows the text of a message, with personal data hidden, to be kept as the beginning of a signal or practice. */
export function onMessageShortcut(options: SlackOptions, name: MessageShortcutName) {
  return async (used: SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs): Promise<void> => {
    const { ack, shortcut, client } = used;
    await ack();
    const context = await asked(options, whoOf(used, client));
    const { t, locale } = context;
    const show = byTrigger(options, client, shortcut.trigger_id);
    const view = isStranger(context)
      ? shownView(await standingReply(context), context)
      : draftView(context, name, withoutPersonalData(typedText(shortcut.message.text ?? '')));
    if (await show(view)) return;
    const again = problem(t(`slack.keep-${name}`), t('slack.not-opened'));
    await respondTo(shortcut.response_url, renderTagged(again, locale), options);
  };
}

/** The text is kept, hidden once more for what was typed since. */
export function onKept(options: SlackOptions, name: MessageShortcutName) {
  return async (kept: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs): Promise<void> => {
    const { ack, view, client } = kept;
    const typed = String(readInputs(view.state?.values)[TEXT] ?? '');
    const work = asked(options, whoOf(kept, client)).then((context) => keep(context, name, typed));
    await acknowledgeInTime(options, { ack, client, viewId: view.id }, work);
  };
}

async function keep(context: Context, name: MessageShortcutName, typed: string): Promise<Outcome> {
  const { t } = context;
  if (isStranger(context))
    return { response_action: 'update', view: shownView(await standingReply(context), context) };
  try {
    await keepDraft(context, name, { [TEXT]: await belowEarlier(context, name, typed) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const errors = { [`${ARGUMENT}${TEXT}`]: t('refusal.draft-too-long') };
    return { response_action: 'errors', errors, late: draftView(context, name, typed) };
  }
  const sections: Section[] = [
    { type: 'notice', tone: 'success', text: t('slack.kept') },
    { type: 'actions', actions: [{ label: t('command.concept.title'), command: 'concept', args: {} }] },
  ];
  const done: Reply = { type: 'message', title: t(`slack.keep-${name}`), audience: 'private', sections };
  return { response_action: 'update', view: shownView(done, context) };
}

/** There is one draft of each kind: a second message comes below the first, and the same one again changes nothing. */
async function belowEarlier(context: Context, name: MessageShortcutName, typed: string): Promise<string> {
  const text = withoutPersonalData(typed);
  const earlier = String((await draftFor(context, name, {}))?.args[TEXT] ?? '');
  if (earlier === '') return text;
  return earlier.includes(text) ? earlier : `${earlier}\n\n${text}`;
}

function draftView({ t }: Context, name: MessageShortcutName, text: string): ModalView {
  const [shown = '', ...cut] = splitText(text, SLACK_LIMITS.inputText);
  const hint = [t('slack.keep-hint'), ...(cut.length > 0 ? [t('slack.keep-cut')] : [])].join(' ');
  return {
    type: 'modal',
    callback_id: `${KEPT_VIEW}${name}`,
    title: plainObject(t(`slack.keep-${name}`), SLACK_LIMITS.viewTitle),
    submit: plainObject(t('slack.keep'), SLACK_LIMITS.viewButton),
    close: plainObject(t('render.close'), SLACK_LIMITS.viewButton),
    blocks: [
      {
        type: 'input',
        block_id: `${ARGUMENT}${TEXT}`,
        label: plainObject(t('slack.keep-text'), SLACK_LIMITS.inputLabel),
        hint: plainObject(hint, SLACK_LIMITS.inputHint),
        element: {
          type: 'plain_text_input',
          action_id: `${ARGUMENT}${TEXT}`,
          multiline: true,
          ...(shown.trim() === '' ? {} : { initial_value: shown }),
        },
      },
    ],
  };
}
