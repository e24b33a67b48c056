import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { runLine } from '../../../command/run-line.ts';
import { runSafely } from '../../chat/run-safely.ts';
import { asked } from '../asked.ts';
import type { SlackOptions } from '../options.ts';
import { renderTagged } from '../show/tagged.ts';
import { withOrWithoutPictures } from '../show/without-pictures.ts';
import { placeOf } from '../who-of.ts';
import { onceMore } from './once-more.ts';
import { typedText } from './typed-text.ts';

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
    const reply = await runSafely(options, around, () =>
      runLine(options.registry, around, typedText(text), `slack ${body.event_id}`),
    );
    await withOrWithoutPictures(reply, (shown) =>
      onceMore(() =>
        client.chat.postMessage({
          channel,
          ...thread,
          ...renderTagged(shown, around.locale),
          unfurl_links: false,
        }),
      ),
    );
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
    const reply = await runSafely(options, around, () =>
      runLine(options.registry, around, typedText(text), `slack ${body.event_id}`),
    );
    const thread = event.thread_ts ? { thread_ts: event.thread_ts } : {};
    await withOrWithoutPictures(reply, (shown) =>
      onceMore(() =>
        client.chat.postEphemeral({
          channel,
          user,
          ...thread,
          ...renderTagged(shown, around.locale, { shareable: true }),
        }),
      ),
    );
  };
}
