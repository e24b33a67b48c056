import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { problem } from '../../../command/problem-replies.ts';
import { splitText } from '../../../render/shared/split-text.ts';
import { SLACK_LIMITS } from '../../../render/slack/limits.ts';
import { type FromMessage, formFromMessage } from '../../chat/form-from-message.ts';
import { asked } from '../asked.ts';
import type { SlackOptions } from '../options.ts';
import { backTo, byTrigger } from '../show/answer.ts';
import { formView } from '../show/form-view.ts';
import { respondTo } from '../show/respond-to.ts';
import { renderTagged } from '../show/tagged.ts';
import { shownView } from '../show/views.ts';
import { whoOf } from '../who-of.ts';
import { typedText } from './typed-text.ts';

/** Opens the form that a message begins, with its text in it and personal data hidden. */
export function onMessageShortcut(options: SlackOptions, name: FromMessage) {
  return async (used: SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs): Promise<void> => {
    const { ack, shortcut, client } = used;
    await ack();
    const context = await asked(options, whoOf(used, client));
    const { t, locale } = context;
    const text = typedText(shortcut.message.text ?? '');
    const reply = await formFromMessage(options, context, name, text, partsThatFit);
    const view =
      reply.type === 'form'
        ? formView(reply, context, { back: backTo(context, shortcut.response_url) })
        : shownView(reply, context);
    if (await byTrigger(options, client, shortcut.trigger_id)(view)) return;
    const again = problem(t(`chat.keep-${name}`), t('slack.not-opened'));
    await respondTo(shortcut.response_url, renderTagged(again, locale), options);
  };
}

function partsThatFit(text: string): string[] {
  return splitText(text, SLACK_LIMITS.inputText);
}
