import { contextFor } from '../../command/context.ts';
import { runRequest } from '../../command/run.ts';
import type { Locale } from '../../core/locale.ts';
import { OUTSIDER } from '../../domain/access/actor.ts';
import type { Card } from '../../domain/card/cards.ts';
import type { Id } from '../../domain/shared/record.ts';
import { translator } from '../../i18n/translate.ts';
import { type ActionTarget, decodeAction } from '../../render/action-value.ts';
import type { Reply } from '../../reply/reply.ts';
import type { ChatOptions } from './options.ts';

type Request = Pick<ActionTarget, 'command' | 'args'>;

/** What takes the place of a name that was erased. */
const ERASED = '-';

/** The answer as anyone may see it. */
export function forChannel(options: ChatOptions, request: Request, locale: Locale): Promise<Reply> {
  const context = contextFor(options, { ...OUTSIDER, locale }, 'channel');
  return runRequest(options.registry, context, request);
}

/** Whether this is an answer, and not a refusal or a question. */
export function isShown(reply: Reply): boolean {
  return (
    reply.type === 'message' &&
    reply.refresh !== undefined &&
    !reply.sections.some((section) => section.type === 'notice' && section.tone === 'error')
  );
}

/** The record that is shown, when it is one: then the message follows it. */
export function subjectOf({ command, args }: Request): Id | undefined {
  const [wat] = [args.wat ?? ''].flat();
  return command === 'toon' && wat?.includes('/') ? (wat as Id) : undefined;
}

/** What a card in a channel shows now; what was shared and is not for everyone any more gives way to a word of that. */
export async function cardReply(options: ChatOptions, card: Card): Promise<Reply> {
  const request = decodeAction(card.request);
  const reply = request && (await forChannel(options, request, card.locale));
  return reply && isShown(reply) ? reply : gone(card);
}

/** An answer for a channel, with who shared it above; without the name once they are erased. */
export async function withSharer(
  { store }: ChatOptions,
  reply: Reply,
  locale: Locale,
  sharedBy: Id<'person'>,
): Promise<Reply> {
  const name = (await store.get(sharedBy))?.name ?? ERASED;
  if (name === ERASED || reply.type !== 'message') return reply;
  const text = translator(locale)('chat.shared-by', { name });
  // At the top, since the end is what is left out when an answer is too long.
  return { ...reply, sections: [{ type: 'text', text }, ...reply.sections] };
}

function gone({ locale }: Card): Reply {
  const t = translator(locale);
  return {
    type: 'message',
    title: t('chat.not-public-title'),
    audience: 'channel',
    sections: [{ type: 'text', text: t('chat.not-public') }],
  };
}
