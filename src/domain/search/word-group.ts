import { type AnyRecord, isKind } from '../records.ts';
import type { Id, Kind } from '../shared/record.ts';
import { plainNames, termWords } from './plain-names.ts';
import { formsOf, rootsOf } from './stem.ts';
import { translationsOf } from './translations.ts';

/** One way to say what is meant, and how sure it is that it says that. */
export interface Option {
  text: string;
  worth: number;
  /** The text in each of its forms, as far as one is not a part of another. */
  pieces: readonly string[];
}

/** One thing that is asked: what was typed, what that names, and every way to say it. Texts are folded. */
export interface WordGroup {
  typed: string;
  terms: readonly AnyRecord[];
  /** Ids by which a record says that it is about this. */
  ids: ReadonlySet<Id>;
  options: readonly Option[];
  /** A word for these kinds: being one of them is as good as having the word. */
  kinds?: readonly Kind[];
  /** The word as it was taken, when it was seen as a slip. */
  near?: readonly string[];
}

const OWN_WORDS = 0.9;
const SYNONYM = 0.75;
const TRANSLATION = 0.85;
const NEAR = 0.8;
/** Shorter pieces cannot be looked for, and of other names they would find anything. */
const LEAST = 3;
const LEAST_OF_OTHERS = 4;
/** More other names than this would drown the word itself. */
const MOST_NAMES = 8;

/** A word that names nothing known. */
export function asWord(typed: string, literal = false): WordGroup {
  const translated = literal ? [] : translationsOf(typed);
  const options = [option(typed, 1), ...translated.map((text) => option(text, TRANSLATION))];
  return { typed, terms: [], ids: new Set(), options };
}

/** Words that are a name of these: the name itself, what records about it hold, and its other names. */
export function asNamed(words: readonly string[], terms: readonly AnyRecord[]): WordGroup {
  const typed = words.join(' ');
  const worths = new Map<string, number>([[typed, 1]]);
  const add = (text: string, worth: number): void => {
    if (text !== '' && worth > (worths.get(text) ?? 0)) worths.set(text, worth);
  };
  for (const term of terms) {
    add(termWords(term), OWN_WORDS);
    for (const name of otherNames(term)) add(name, SYNONYM);
  }
  for (const text of translationsOf(typed)) add(text, TRANSLATION);
  const options = [...worths].slice(0, MOST_NAMES).map(([text, worth]) => option(text, worth));
  return { typed, terms, ids: new Set(terms.map(({ id }) => id)), options };
}

/** The same word, taken as a slip for these. */
export function asSlip(group: WordGroup, near: readonly string[]): WordGroup {
  const options = [...group.options, ...near.map((text) => option(text, NEAR))];
  return { ...group, options, near };
}

/** What to look for in texts so that every option is found in all its forms. */
export function lookedFor({ options }: WordGroup): string[] {
  // A phrase among the other names is slow to look for, and what is about the term is found by its own words.
  const looked = options.filter(({ text, worth }) => worth > SYNONYM || !text.includes(' '));
  const all = looked.flatMap(({ text, worth }) => {
    const pieces = text.includes(' ') ? [text] : rootsOf(text);
    return pieces.filter((piece) => [...piece].length >= (worth < 1 ? LEAST_OF_OTHERS : LEAST));
  });
  const pieces = [...new Set(all)];
  return pieces.filter((piece) => !pieces.some((other) => other !== piece && piece.includes(other)));
}

function option(text: string, worth: number): Option {
  return { text, worth, pieces: text.includes(' ') ? [text] : formsOf(text) };
}

/** Names of a form or topic mean the same; those of an audience or a channel are often parts of it. */
function otherNames(term: AnyRecord): readonly string[] {
  if (isKind(term, 'audience') || isKind(term, 'channel') || isKind(term, 'series')) return [];
  return plainNames(term).slice(1);
}
