import { sameWord } from './stem.ts';

const WHOLE = 1;
const INFLECTED = 0.97;
export const BEGINS = 0.85;
const INSIDE = 0.7;
/** A stem inside another word is mostly chance. */
const CHANCE = 0.2;
/** Words of so few letters stand in too many others. */
export const SHORT = 3;
/** Looking further in a long text changes nothing. */
const MOST_PLACES = 6;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * How well a folded text has a piece of text: as a word of its own, inflected, at the beginning of a word, or inside
 * one; 0 when it has not. `wanted` is the word of which the piece is a form.
 */
export function wordLevel(text: string, piece: string, wanted: string): number {
  let best = 0;
  let at = text.indexOf(piece);
  for (let place = 0; at >= 0 && place < MOST_PLACES && best < WHOLE; place++) {
    best = Math.max(best, levelAt(text, at, piece, wanted));
    at = text.indexOf(piece, at + 1);
  }
  return best;
}

function levelAt(text: string, at: number, piece: string, wanted: string): number {
  const starts = !LETTER.test(text[at - 1] ?? '');
  let end = at + piece.length;
  const ends = !LETTER.test(text[end] ?? '');
  if (starts && ends && piece === wanted) return WHOLE;
  if (starts && piece.includes(' ')) return ends ? WHOLE : BEGINS;
  while (LETTER.test(text[end] ?? '')) end++;
  if (starts && sameWord(text.slice(at, end), wanted)) return INFLECTED;
  // Three letters inside a word are chance: "bec" is in "became".
  if (piece.length <= SHORT) return starts && piece === wanted ? BEGINS / 2 : 0;
  // "Bank" begins "bankieren", but a stem that is shorter than the word says less.
  if (!wanted.includes(piece) && !piece.includes(wanted)) return CHANCE;
  return starts ? BEGINS : INSIDE;
}
