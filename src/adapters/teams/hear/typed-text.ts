import type { Heard } from '../heard.ts';

/** More than Teams lets anybody type. */
const LONGEST_LINE = 30_000;

/**
 * What someone typed: without the mention of the bot, with other people mentioned by their names, and without the
 * slash that a command may begin with.
 */
export function typedText({
  text,
  entities,
  recipient,
}: Pick<Heard, 'text' | 'entities' | 'recipient'>): string {
  let typed = (text ?? '').slice(0, LONGEST_LINE);
  for (const { type, text: mention, mentioned } of entities ?? []) {
    if (type !== 'mention' || !mention) continue;
    typed = typed.replace(mention, () =>
      mentioned?.id === recipient.id ? ' ' : `@${mentioned?.name ?? ''}`,
    );
  }
  return typed
    .replaceAll(/<\/?at[^<>]*>/g, '')
    .replaceAll(/&nbsp;|\p{Zs}/gu, ' ')
    .trim()
    .replace(/^\//, '');
}
