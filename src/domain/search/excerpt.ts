import { foldText } from '../../core/ids.ts';

/** A piece of a text, marked when it is what was looked for. */
export interface Piece {
  text: string;
  marked: boolean;
}

const BEFORE = 50;
const AFTER = 90;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * The part of a text around the first of these folded words, with every word that holds one of them marked;
 * undefined when the text has none. The pieces together are the text itself, but for dots where it was cut.
 */
export function excerpt(text: string, wanted: readonly string[]): Piece[] | undefined {
  const { folded, places } = foldedWithPlaces(text.replaceAll(/\s+/g, ' '));
  const plain = text.replaceAll(/\s+/g, ' ');
  const found = wanted.map((word) => folded.indexOf(word)).filter((at) => at >= 0);
  if (found.length === 0) return undefined;
  const first = places[Math.min(...found)] ?? 0;
  const from = first <= BEFORE ? 0 : wordStart(plain, first - BEFORE);
  const until = plain.length <= first + AFTER ? plain.length : wordStart(plain, first + AFTER);
  const marks = marksIn(folded, wanted).map(
    ([start, end]) => [places[start] ?? 0, places[end] ?? plain.length] as const,
  );
  const pieces: Piece[] = [];
  let at = from;
  for (const [start, end] of marks) {
    if (start < at || end > until) continue;
    pieces.push(
      { text: plain.slice(at, start), marked: false },
      { text: plain.slice(start, end), marked: true },
    );
    at = end;
  }
  pieces.push({ text: plain.slice(at, until).trimEnd(), marked: false });
  if (from > 0) pieces.unshift({ text: '… ', marked: false });
  if (until < plain.length) pieces.push({ text: ' …', marked: false });
  return pieces.filter((piece) => piece.text !== '');
}

/** Where whole words stand that hold one of the wanted ones, in order and apart from each other. */
function marksIn(folded: string, wanted: readonly string[]): [number, number][] {
  const marks: [number, number][] = [];
  for (const word of wanted)
    for (let at = folded.indexOf(word), end = 0; word !== '' && at >= 0; at = folded.indexOf(word, end)) {
      // On from the end of the word that holds it, so that a very long word is gone through once.
      let start = at;
      end = at + word.length;
      while (start > 0 && LETTER.test(folded[start - 1] ?? '')) start--;
      while (LETTER.test(folded[end] ?? '')) end++;
      marks.push([start, end]);
    }
  marks.sort(([a], [b]) => a - b);
  return marks.filter(([start], index) => index === 0 || start >= (marks[index - 1]?.[1] ?? 0));
}

/** The folded text, and for each of its places (and its end) the place in the text itself. */
function foldedWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    const plain = foldText(letter);
    for (let index = 0; index < plain.length; index++) places.push(at);
    folded += plain;
    at += letter.length;
  }
  places.push(at);
  return { folded, places };
}

function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return space < 0 ? text.length : space + 1;
}
