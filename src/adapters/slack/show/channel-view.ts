import { createHash } from 'node:crypto';
import type { Locale } from '../../../core/locale.ts';
import type { Id } from '../../../domain/shared/record.ts';
import type { SlackMessage } from '../../../render/slack/render-slack.ts';
import type { Reply } from '../../../reply/reply.ts';
import { withSharer } from '../../chat/for-channel.ts';
import type { SlackOptions } from '../options.ts';
import { renderTagged } from './tagged.ts';

/** As a message for a channel, with the name of who shared it above. */
export async function channelMessage(
  options: SlackOptions,
  reply: Reply,
  locale: Locale,
  sharedBy: Id<'person'>,
): Promise<SlackMessage> {
  return renderTagged(await withSharer(options, reply, locale, sharedBy), locale);
}

/** A sign of what a message shows, to see whether it still shows the same. */
export function shownHash({ blocks }: SlackMessage): string {
  return createHash('sha256').update(JSON.stringify(blocks)).digest('base64url').slice(0, 22);
}
