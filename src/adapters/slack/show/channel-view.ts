import { createHash } from 'node:crypto';
import { contextFor } from '../../../command/context.ts';
import { runRequest } from '../../../command/run.ts';
import type { Locale } from '../../../core/locale.ts';
import { OUTSIDER } from '../../../domain/access/actor.ts';
import type { Id } from '../../../domain/shared/record.ts';
import type { ActionTarget } from '../../../render/action-value.ts';
import type { SlackMessage } from '../../../render/slack/render-slack.ts';
import type { Reply } from '../../../reply/reply.ts';
import type { SlackOptions } from '../options.ts';
import { renderTagged } from './tagged.ts';

type Request = Pick<ActionTarget, 'command' | 'args'>;

/** What takes the place of a name that was erased. */
const ERASED = '-';

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
