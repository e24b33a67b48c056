import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { Context } from '../../../command/command.ts';
import { problem } from '../../../command/problem-replies.ts';
import { isStranger, standingReply } from '../../../command/standing-reply.ts';
import type { Card } from '../../../domain/card/cards.ts';
import { type ActionTarget, decodeAction, encodeAction } from '../../../render/action-value.ts';
import type { Reply } from '../../../reply/reply.ts';
import { forChannel, isShown, subjectOf } from '../../chat/for-channel.ts';
import { tenantOf } from '../asked.ts';
import { errorCode } from '../error-code.ts';
import type { SlackOptions } from '../options.ts';
import { drawCard } from '../send/draw-card.ts';
import { byResponse } from '../show/answer.ts';
import { channelMessage, shownHash } from '../show/channel-view.ts';
import { placeOf } from '../who-of.ts';

type Pressed = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** Errors with which Slack says that the bot itself is not in the channel. */
const NOT_IN = new Set(['not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action']);

/**
 * Posts an answer in the channel, with the name of who shares it. It is made anew as anyone may see it, for who reads
 * along is not known; what is not for everyone is not shared, and the sharer is told.
 */
export async function share(
  options: SlackOptions,
  context: Context,
  { args }: ActionTarget,
  pressed: Pressed,
): Promise<void> {
  const { client, respond } = pressed;
  const place = placeOf(pressed.context);
  const request = decodeAction([args.wat ?? ''].flat()[0]);
  const channel = context.from?.channel;
  if (isStranger(context)) return void (await byResponse(context, respond)(await standingReply(context)));
  if (!request || !channel || !context.actor.person) return;
  const reply = await forChannel(options, request, context.locale);
  if (!isShown(reply)) {
    await byResponse(context, respond)(notShared(context));
    return;
  }
  const sharedBy = context.actor.person;
  const message = await channelMessage(options, reply, context.locale, sharedBy);
  try {
    const posted = await client.chat.postMessage({
      channel: channel.id,
      ...message,
      unfurl_links: false,
      unfurl_media: false,
    });
    const subject = subjectOf(request);
    if (!subject || !posted.ts) return;
    const card: Card = {
      platform: 'slack',
      tenant: tenantOf(place),
      channel: posted.channel ?? channel.id,
      message: posted.ts,
      subject,
      request: encodeAction(request),
      locale: context.locale,
      sharedBy,
      shown: shownHash(message),
      postedAt: options.now(),
    };
    await options.cards.save(card);
    // It may have changed between its making and its keeping, when nobody followed it yet.
    await drawCard(options, client, card);
  } catch (error) {
    if (!NOT_IN.has(errorCode(error))) throw error;
    // Slack lets an answer to a press stand where the bot is no member; it cannot be kept up to date there.
    await respond({ ...message, response_type: 'in_channel', replace_original: false });
  }
}

function notShared({ t }: Context): Reply {
  return problem(t('chat.not-shared-title'), t('chat.not-shared'));
}
