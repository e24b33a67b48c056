/** How long a text is by a platform's way of counting. Must add up over parts, and count at least `length`. */
export type Measure = (text: string) => number;

const ELLIPSIS = '…';
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Counts UTF-16 units, as JavaScript and Slack do. */
export function inUnits(text: string): number {
  return text.length;
}

/** What a reader sees as single characters. */
export function graphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

/**
 * Cuts a text into parts of at most `limit`, between words. Only a word that is too long by itself is
 * cut inside, between graphemes. White space at a cut is dropped; an empty text has no parts.
 */
export function splitText(text: string, limit: number, measure: Measure = inUnits): string[] {
  if (text.trim() === '') return [];
  if (measure(text) <= limit) return [text];
  const parts: string[] = [];
  let current = '';
  let room = limit;
  const cut = () => {
    if (current.trim() !== '') parts.push(current.trimEnd());
    current = '';
    room = limit;
  };
  for (const token of text.match(/\s+|\S+/g) ?? []) {
    if (measure(token) > room) cut();
    if (current === '' && token.trim() === '') continue;
    for (const part of measure(token) > limit ? splitWord(token, limit, measure) : [token]) {
      if (measure(part) > room) cut();
      current += part;
      room -= measure(part);
    }
  }
  cut();
  return parts;
}

/** The text itself, or as many whole words as fit with an ellipsis behind them. */
export function shorten(text: string, limit: number, measure: Measure = inUnits): string {
  if (measure(text) <= limit) return text;
  const start = text.slice(0, limit * 4).toWellFormed();
  const [first = ''] = splitText(start, limit - measure(ELLIPSIS), measure);
  return first + ELLIPSIS;
}

/** Graphemes have no upper bound (marks can pile up), so a monstrous one is cut by code point. */
function splitWord(word: string, limit: number, measure: Measure): string[] {
  const parts: string[] = [];
  let current = '';
  let room = limit;
  for (const grapheme of graphemes(word)) {
    for (const piece of measure(grapheme) > limit ? grapheme : [grapheme]) {
      const size = measure(piece);
      if (size > room) {
        parts.push(current);
        current = '';
        room = limit;
      }
      current += piece;
      room -= size;
    }
  }
  parts.push(current);
  return parts;
}
