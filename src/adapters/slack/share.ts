import { createHash } from 'node:crypto';
import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { Context } from '../../command/command.ts';
import { contextFor } from '../../command/context.ts';
import { problem } from '../../command/problem-replies.ts';
import { runRequest } from '../../command/run.ts';
import type { Locale } from '../../core/locale.ts';
import { OUTSIDER } from '../../domain/access/actor.ts';
import type { Id } from '../../domain/shared/record.ts';
import { type ActionTarget, decodeAction, encodeAction } from '../../render/action-value.ts';
import type { SlackMessage } from '../../render/slack/render-slack.ts';
import type { Reply } from '../../reply/reply.ts';
import { byResponse } from './answer.ts';
import { errorCode } from './error-code.ts';
import type { SlackOptions } from './options.ts';
import { renderTagged } from './tagged.ts';

type Request = Pick<ActionTarget, 'command' | 'args'>;
type Pressed = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** What takes the place of a name that was erased. */
const ERASED = '-';

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
  { client, respond, body }: Pressed,
): Promise<void> {
  const request = decodeAction([args.wat ?? ''].flat()[0]);
  const channel = context.from?.channel;
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
    if (subject && posted.ts && context.from)
      await options.cards.save({
        platform: 'slack',
        tenant: context.from.tenant,
        channel: posted.channel ?? channel.id,
        message: posted.ts,
        subject,
        request: encodeAction(request),
        locale: context.locale,
        sharedBy,
        shown: shownHash(message),
        postedAt: options.now(),
      });
  } catch (error) {
    if (!NOT_IN.has(errorCode(error))) throw error;
    // Slack lets an answer to a press stand where the bot is no member; it cannot be kept up to date there.
    await respond({ ...message, response_type: 'in_channel', replace_original: false });
  }
  options.log.debug({ channel: body.channel?.id }, 'an answer was shared');
}

/** The answer as anyone may see it. */
export function forChannel(options: SlackOptions, request: Request, locale: Locale): Promise<Reply> {
  const context = contextFor(options, { ...OUTSIDER, locale }, 'channel');
  return runRequest(options.registry, context, request);
}

/** As a message for a channel, with the name of who shared it above; without it once they are erased. */
export async function channelMessage(
  { store }: SlackOptions,
  reply: Reply,
  locale: Locale,
  sharedBy: Id<'person'>,
): Promise<SlackMessage> {
  const name = (await store.get(sharedBy))?.name ?? ERASED;
  return renderTagged(reply, locale, name === ERASED ? {} : { sharedBy: name });
}

/** A sign of what a message shows, to see whether it still shows the same. */
export function shownHash({ blocks }: SlackMessage): string {
  return createHash('sha256').update(JSON.stringify(blocks)).digest('base64url').slice(0, 22);
}

/** Whether this is an answer, and not a refusal or a question. */
export function isShown(reply: Reply): boolean {
  return (
    reply.type === 'message' &&
    reply.refresh !== undefined &&
    !reply.sections.some((section) => section.type === 'notice' && section.tone === 'error')
  );
}

function notShared({ t }: Context): Reply {
  return problem(t('slack.not-shared-title'), t('slack.not-shared'));
}

/** The record that is shown, when it is one: then the message follows it. */
function subjectOf({ command, args }: Request): Id | undefined {
  const [wat] = [args.wat ?? ''].flat();
  return command === 'toon' && wat?.includes('/') ? (wat as Id) : undefined;
}
