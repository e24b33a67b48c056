import { foldText } from '../core/ids.ts';
import type { AnyRecord } from '../domain/records.ts';
import { excerpt } from '../domain/search/excerpt.ts';
import { formsOf } from '../domain/search/stem.ts';
import { textsOf } from '../domain/search-text.ts';
import { type ListItem, plainText, type Span } from '../reply/reply.ts';

/**
 * The line with a piece of the record's own text that holds what was asked, the words marked, when what is shown
 * of it holds none. Who may see the record may see all of its text.
 */
export function withWhyFound(item: ListItem, record: AnyRecord, why: readonly string[]): ListItem {
  const wanted = why
    .flatMap((word) => (word.includes(' ') ? [word] : formsOf(word)))
    .filter((word) => word.length > 2);
  const shown = foldText([item.title, ...item.lines].map(plainText).join(' '));
  const missing = wanted.filter((word) => !shown.includes(word));
  if (wanted.length === 0 || missing.length === 0 || missing.length < wanted.length) return item;
  for (const text of textsOf(record)) {
    const pieces = excerpt(text, missing);
    if (!pieces) continue;
    const line: Span[] = pieces.map(({ text: piece, marked }) =>
      marked ? { text: piece, strong: true } : { text: piece },
    );
    return { ...item, lines: [...item.lines, line] };
  }
  return item;
}
