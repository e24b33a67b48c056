import type { Translate } from '../../i18n/translate.ts';
import { decodeAction, encodeAction } from '../../render/action-value.ts';
import type { Action, Message } from '../../reply/reply.ts';

/** Posts the answer to the channel; an adapter's own, since only a chat platform has channels. */
export const SHARE = 'deel-in-kanaal';

/** Shows another part of an answer that one message does not hold. */
export const ANOTHER_PART = 'ander-deel';

const LONGEST_WAY = 600;
const LONGEST_SHARED = 950;

/** The buttons to the parts before and after this one; none when they would not fit in a button. */
export function waysBetween(
  refresh: Pick<Action, 'command' | 'args'>,
  { part, of }: { part: number; of: number },
  t: Translate,
): Action[] {
  const wat = encodeAction(refresh);
  if (Buffer.byteLength(wat) > LONGEST_WAY) return [];
  const to = (deel: number, label: string): Action => ({
    label,
    command: ANOTHER_PART,
    args: { wat, deel: String(deel) },
  });
  return [
    ...(part > 0 ? [to(part - 1, t('chat.part-back'))] : []),
    ...(part < of - 1 ? [to(part + 1, t('chat.part-on', { part: part + 2, of }))] : []),
  ];
}

/** What such a button asks for: the request that makes the answer, and which part of it. */
export function partAsked({ args }: Pick<Action, 'args'>) {
  const request = decodeAction([args.wat ?? ''].flat()[0]);
  const part = Number([args.deel ?? ''].flat()[0]);
  return request && Number.isInteger(part) && part >= 0 ? { request, part } : undefined;
}

/** The same with a button that posts it in the channel, where that is allowed and fits. */
export function withShare(message: Message, t: Translate): Message {
  if (!message.refresh || !message.shareable) return message;
  const wat = encodeAction(message.refresh);
  if (Buffer.byteLength(wat) > LONGEST_SHARED) return message;
  const share: Action = { label: t('chat.share'), command: SHARE, args: { wat } };
  return { ...message, sections: [...message.sections, { type: 'actions', actions: [share] }] };
}

/** What a message of some kind is a part of, when it is not reminders alone. */
const WHOLE: Readonly<Record<string, string>> = { digest: 'weekbericht', newsletter: 'nieuwsbrief' };

/** What shows all that a message that nobody asked for does not hold. */
export function restOf(kind: string, t: Translate): Action {
  return {
    label: t('chat.part-all'),
    command: WHOLE[kind] ?? 'herinneringen',
    args: {},
  };
}
