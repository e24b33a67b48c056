import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { runLine } from '../../command/run-line.ts';
import { translator } from '../../i18n/translate.ts';
import { asked } from './asked.ts';
import type { SlackOptions } from './options.ts';
import { renderTagged } from './tagged.ts';
import { typedText } from './typed-text.ts';
import { placeOf } from './who-of.ts';

/** Someone writes to the bot in a direct message: a command without a slash, answered there. */
export function onDirectMessage(options: SlackOptions) {
  return async ({
    event,
    client,
    context,
    body,
  }: SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs): Promise<void> => {
    if (event.channel_type !== 'im' || event.subtype !== undefined || !('user' in event)) return;
    if ('bot_id' in event && event.bot_id) return;
    const { user, text = '', channel } = event;
    const thread = 'thread_ts' in event && event.thread_ts ? { thread_ts: event.thread_ts } : {};
    const around = await asked(options, { ...placeOf(context), user, channel: { id: channel }, client });
    const reply = await runLine(options.registry, around, typedText(text), `slack ${body.event_id}`);
    const message = renderTagged(reply, around.locale);
    await client.chat.postMessage({ channel, ...thread, ...message, unfurl_links: false });
  };
}

/** Someone mentions the bot in a channel: the answer is for them alone. */
export function onMention(options: SlackOptions) {
  return async ({
    event,
    client,
    context,
    body,
  }: SlackEventMiddlewareArgs<'app_mention'> & AllMiddlewareArgs): Promise<void> => {
    const { user, channel, text } = event;
    if (!user) return;
    const around = await asked(options, { ...placeOf(context), user, channel: { id: channel }, client });
    const reply = await runLine(options.registry, around, typedText(text), `slack ${body.event_id}`);
    const message = renderTagged(reply, around.locale, { shareable: true });
    await sayPrivately(client, { channel, user, thread: event.thread_ts }, message);
  };
}

async function sayPrivately(
  client: WebClient,
  { channel, user, thread }: { channel: string; user: string; thread?: string | undefined },
  message: ReturnType<typeof renderTagged>,
): Promise<void> {
  const thread_ts = thread ? { thread_ts: thread } : {};
  await client.chat.postEphemeral({ channel, user, ...thread_ts, ...message });
}

/** What someone hears when the program itself failed. */
export function failure(locale: 'nl' | 'en'): ReturnType<typeof renderTagged> {
  const t = translator(locale);
  const text = t('slack.failed');
  const sections = [{ type: 'notice' as const, tone: 'error' as const, text }];
  return renderTagged(
    { type: 'message', title: t('slack.failed-title'), audience: 'private', sections },
    locale,
  );
}
