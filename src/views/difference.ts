import { wordDifference } from '../core/word-difference.ts';
import type { Span, Text } from '../reply/reply.ts';
import type { View } from './view.ts';

/** So many words around a change are shown; what stayed the same further on is left out. */
const AROUND = 4;
/** A run of words that is longer than this is cut: who wants all of it opens the version itself. */
const LONGEST = 400;

/**
 * What changed in a text: the words that went between brackets, those that came in bold between brackets, with a few
 * words around them. Reads without colour and without markup.
 */
export function differenceText(before: string, after: string, { t }: Pick<View, 't'>): Text {
  const runs = wordDifference(before, after);
  const spans = runs.flatMap(({ type, text }, index): Span[] => {
    if (type === 'removed') return [{ text: t('difference.removed', { text: cut(text) }) }, SPACE];
    if (type === 'added') return [{ text: t('difference.added', { text: cut(text) }), strong: true }, SPACE];
    return [{ text: around(text, index > 0, index < runs.length - 1) }, SPACE];
  });
  return spans.slice(0, -1);
}

const SPACE: Span = { text: ' ' };

function around(text: string, isAfter: boolean, isBefore: boolean): string {
  const words = text.split(' ');
  if (words.length <= (isAfter && isBefore ? 2 * AROUND + 1 : AROUND + 1)) return text;
  return [...(isAfter ? words.slice(0, AROUND) : []), '…', ...(isBefore ? words.slice(-AROUND) : [])].join(
    ' ',
  );
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
