import type {
  AllMiddlewareArgs,
  MessageShortcut,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Context } from '../../../command/command.ts';
import { problem } from '../../../command/problem-replies.ts';
import { isStranger, standingReply } from '../../../command/standing-reply.ts';
import { withoutPersonalData } from '../../../domain/shared/personal-data.ts';
import { splitText } from '../../../render/shared/split-text.ts';
import { SLACK_LIMITS } from '../../../render/slack/limits.ts';
import { plainObject } from '../../../render/slack/plain-object.ts';
import { FORM_FROM_MESSAGE, formFromMessage } from '../../chat/form-from-message.ts';
import { KEPT_TEXT, type KeptAs, keepMessage } from '../../chat/keep-message.ts';
import { asked } from '../asked.ts';
import type { SlackOptions } from '../options.ts';
import type { Outcome } from '../show/after-form.ts';
import { backTo, byTrigger } from '../show/answer.ts';
import { formView } from '../show/form-view.ts';
import { ARGUMENT, readInputs } from '../show/read-view.ts';
import { respondTo } from '../show/respond-to.ts';
import { renderTagged } from '../show/tagged.ts';
import { shownView } from '../show/views.ts';
import { whoOf } from '../who-of.ts';
import { acknowledgeInTime } from './in-time.ts';
import { typedText } from './typed-text.ts';

export const KEPT_VIEW = 'keep:';

/** Shows the text of a message, with personal data hidden, as the beginning of a signal or practice. */
export function onMessageShortcut(options: SlackOptions, name: KeptAs) {
  return async (used: SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs): Promise<void> => {
    const { ack, shortcut, client } = used;
    await ack();
    const context = await asked(options, whoOf(used, client));
    const { t, locale } = context;
    const show = byTrigger(options, client, shortcut.trigger_id);
    const view = await viewFor(options, context, name, {
      text: typedText(shortcut.message.text ?? ''),
      url: shortcut.response_url,
    });
    if (await show(view)) return;
    const again = problem(t(`chat.keep-${name}`), t('slack.not-opened'));
    await respondTo(shortcut.response_url, renderTagged(again, locale), options);
  };
}

/** The form that the message begins, or, where there is none yet, its text to be kept as a draft. */
async function viewFor(
  options: SlackOptions,
  context: Context,
  name: KeptAs,
  { text, url }: { text: string; url: string },
): Promise<ModalView> {
  if (name === 'signaal') {
    const fit = (whole: string): string[] => splitText(whole, SLACK_LIMITS.inputText);
    const reply = await formFromMessage(options, context, FORM_FROM_MESSAGE[name], text, fit);
    return reply.type === 'form'
      ? formView(reply, context, { back: backTo(context, url) })
      : shownView(reply, context);
  }
  if (isStranger(context)) return shownView(await standingReply(context), context);
  return draftView(context, name, withoutPersonalData(text));
}

/** The text is kept, hidden once more for what was typed since. */
export function onKept(options: SlackOptions, name: KeptAs) {
  return async (kept: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs): Promise<void> => {
    const { ack, view, client } = kept;
    const typed = String(readInputs(view.state?.values)[KEPT_TEXT] ?? '');
    const work = asked(options, whoOf(kept, client)).then((context) => keep(context, name, typed));
    await acknowledgeInTime(options, { ack, client, viewId: view.id }, work);
  };
}

async function keep(context: Context, name: KeptAs, typed: string): Promise<Outcome> {
  const { t } = context;
  const reply = await keepMessage(context, name, typed);
  if (reply !== 'too-long') return { response_action: 'update', view: shownView(reply, context) };
  const errors = { [`${ARGUMENT}${KEPT_TEXT}`]: t('refusal.draft-too-long') };
  return { response_action: 'errors', errors, late: draftView(context, name, typed) };
}

function draftView({ t }: Context, name: KeptAs, text: string): ModalView {
  const [shown = '', ...cut] = splitText(text, SLACK_LIMITS.inputText);
  const hint = [t('chat.keep-hint'), ...(cut.length > 0 ? [t('chat.keep-cut')] : [])].join(' ');
  return {
    type: 'modal',
    callback_id: `${KEPT_VIEW}${name}`,
    title: plainObject(t(`chat.keep-${name}`), SLACK_LIMITS.viewTitle),
    submit: plainObject(t('chat.keep'), SLACK_LIMITS.viewButton),
    close: plainObject(t('render.close'), SLACK_LIMITS.viewButton),
    blocks: [
      {
        type: 'input',
        block_id: `${ARGUMENT}${KEPT_TEXT}`,
        label: plainObject(t('chat.keep-text'), SLACK_LIMITS.inputLabel),
        hint: plainObject(hint, SLACK_LIMITS.inputHint),
        element: {
          type: 'plain_text_input',
          action_id: `${ARGUMENT}${KEPT_TEXT}`,
          multiline: true,
          ...(shown.trim() === '' ? {} : { initial_value: shown }),
        },
      },
    ],
  };
}
