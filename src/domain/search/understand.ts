import { findPeriod } from '../../core/dates/find-period.ts';
import type { DatePeriod } from '../../core/dates/parse-period.ts';
import { foldText } from '../../core/ids.ts';
import type { Kind } from '../shared/record.ts';
import { type KindCue, kindCueAt } from './kind-words.ts';
import { beginningWith, type Named, type NameKeys, namedAt } from './name-keys.ts';
import { isSmallWord } from './small-words.ts';
import { splitCompound } from './split-compound.ts';
import { translationsOf } from './translations.ts';
import { asNamed, asWord, type WordGroup } from './word-group.ts';

/** What a question is taken to ask. */
export interface Understood {
  /** What should be in a record: each word, or the words of one name together. */
  groups: WordGroup[];
  /** Kinds that the words name: "signalen zeeland". */
  kinds: Kind[];
  /** Those words, for when looking in those kinds alone finds nothing. */
  kindWords: WordGroup[];
  /** Kinds that the words hint at, which come first: "wat te doen". */
  hinted: Kind[];
  period: DatePeriod | undefined;
}

/** More words than a question has. */
const MOST_WORDS = 40;
/** More groups make a query that is slow and finds nothing. */
const MOST_GROUPS = 8;
const DATE_WORD =
  /\d|^(?:jan|feb|maart|march|mrt|apr|mei$|may$|jun|jul|aug|sep|okt|oct|nov|dec)|dag$|day$|week|maand|month|jaar|year|kwartaal|quarter|morgen|tomorrow|gister|zomer|summer|winter|herfst|autumn|lente|spring/;

/** Reads a question: names first, then words for a kind of record, a period, and what is left as words. */
export function understand(typed: string, keys: NameKeys, today?: Temporal.PlainDate): Understood {
  const words = wordsOf(typed).slice(0, MOST_WORDS);
  const read: Understood = { groups: [], kinds: [], kindWords: [], hinted: [], period: undefined };
  const capitals = capitalsIn(typed);
  const left: string[] = [];
  const flush = (): void => {
    for (const group of withoutPeriod(left.splice(0), read, today)) read.groups.push(group);
  };
  for (let at = 0; at < words.length; ) {
    const name = longest(namedAt(keys, words, at), translatedAt(keys, words, at));
    const cue = kindCueAt(words, at);
    const isName = name && (!cue || name.length > cue.length || name.length === words.length);
    const isAll = name?.length === words.length;
    if (isName && (isAll || !isSmall(words.slice(at, at + name.length), capitals))) {
      flush();
      read.groups.push(asNamed(words.slice(at, at + name.length), name.records));
      at += name.length;
    } else if (cue) {
      flush();
      addCue(read, cue.cue, words.slice(at, at + cue.length));
      at += cue.length;
    } else left.push(words[at++] as string);
  }
  flush();
  read.groups = read.groups.flatMap((group) => recognised(group, keys, read)).slice(0, MOST_GROUPS);
  return read;
}

/** A name that was put in the other tongue: "victim support" is "slachtofferhulp". */
function translatedAt(keys: NameKeys, words: readonly string[], at: number): Named | undefined {
  const translated = words.slice(at, at + 3).map((word) => translationsOf(word)[0] ?? word);
  return namedAt(keys, translated, 0);
}

/** The same words without reading anything into them. */
export function literally(typed: string): Understood {
  const words = [...new Set(wordsOf(typed))].filter((word) => word.length > 1);
  const groups = words.slice(0, MOST_GROUPS).map((word) => asWord(word, true));
  return { groups, kinds: [], kindWords: [], hinted: [], period: undefined };
}

/** Folded words; "5.04" is one, and so is "nota's". */
function wordsOf(typed: string): string[] {
  return (
    foldText(typed)
      .replaceAll(/['’]s\b/g, 's')
      .match(/\d+\.\d+|[\p{L}\p{N}]+/gu) ?? []
  );
}

function addCue(read: Understood, { kinds, names }: KindCue, words: readonly string[]): void {
  if (!names) read.hinted.push(...kinds);
  else {
    read.kinds.push(...kinds.filter((kind) => !read.kinds.includes(kind)));
    read.kindWords.push({ ...asWord(words.join(' ')), kinds });
  }
}

/** Words that are no name: a period among them is taken out, small words are left out. */
function withoutPeriod(
  words: string[],
  read: Understood,
  today: Temporal.PlainDate | undefined,
): readonly WordGroup[] {
  const found = today && !read.period && words.some(mayBeDate) ? findPeriod(words, today) : undefined;
  if (found) read.period = found.period;
  return (found?.rest ?? words).filter((word) => !isSmallWord(word)).map((word) => asWord(word));
}

/** Reading a period costs more than all the rest, so words that no period holds are not tried. */
function mayBeDate(word: string): boolean {
  return DATE_WORD.test(word);
}

/** A word that begins a name, or is made of known words, is more than a word. */
function recognised(group: WordGroup, keys: NameKeys, read: Understood): WordGroup[] {
  if (group.terms.length > 0) return [group];
  const begun = beginningWith(keys, group.typed);
  if (begun.length > 0) return [asNamed([group.typed], begun)];
  const parts = splitCompound(group.typed, (part) => namedAt(keys, [part], 0) !== undefined);
  if (!parts) return [group];
  const [first, second] = parts;
  const cue = kindCueAt([second], 0);
  const one = asNamed([first], namedAt(keys, [first], 0)?.records ?? []);
  if (!cue) return [one, asNamed([second], namedAt(keys, [second], 0)?.records ?? [])];
  addCue(read, cue.cue, [second]);
  return [one];
}

/** "Om" holds a sentence together, "OM" is an organisation. */
function isSmall(words: readonly string[], capitals: ReadonlySet<string>): boolean {
  return words.every((word) => isSmallWord(word) && !capitals.has(word));
}

function capitalsIn(typed: string): ReadonlySet<string> {
  return new Set((typed.match(/(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu) ?? []).map(foldText));
}

function longest(one: Named | undefined, other: Named | undefined): Named | undefined {
  return other && other.length > (one?.length ?? 0) ? other : one;
}
