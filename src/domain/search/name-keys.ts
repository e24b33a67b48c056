import type { AnyRecord } from '../records.ts';
import { type Kind, kindOf } from '../shared/record.ts';
import { plainNames } from './plain-names.ts';
import { dutchStem, englishStem } from './stem.ts';

/** Longer names are not looked for among words. */
const MOST_WORDS = 7;
/** Fewer letters at the beginning of a name could begin anything. */
const SHORTEST_BEGINNING = 5;
/** "Bankhelpdesk" and "Zeeland" tell enough; "veiligheid" does not tell of an organisation. */
const BEGUN: ReadonlySet<Kind> = new Set(['form', 'audience', 'topic', 'region']);
/** The words of its id and its names in both tongues come before all others. */
export const OWN_NAMES = 3;
/** A beginning that more things have ("fraude") does not tell which is meant. */
const MOST_MEANT = 3;

/** What is called by a name, by each way of writing that name. */
export type NameKeys = ReadonlyMap<string, readonly AnyRecord[]>;

/** What some words name, and how many of them. */
export interface Named {
  records: readonly AnyRecord[];
  length: number;
}

const kept = new WeakMap<AnyRecord, readonly string[]>();

/** The names of these records, written as one word ("whatsapp fraude" is "whatsappfraude") and without inflection. */
export function nameKeys(records: readonly AnyRecord[]): NameKeys {
  const keys = new Map<string, AnyRecord[]>();
  for (const record of records)
    for (const key of keysOf(record)) {
      const called = keys.get(key);
      if (called) called.push(record);
      else keys.set(key, [record]);
    }
  return keys;
}

/** What the words from this place on name, as many of them as there are names for; undefined when nothing. */
export function namedAt(keys: NameKeys, words: readonly string[], at: number): Named | undefined {
  for (let length = Math.min(MOST_WORDS, words.length - at); length >= 1; length--) {
    const run = words.slice(at, at + length);
    const found = writings(run).flatMap((key) => keys.get(key) ?? []);
    if (found.length > 0) return { records: [...new Set(found)], length };
  }
  return undefined;
}

/** The term or region whose name begins with this word; none when that could be many. Other names begin with any word. */
export function beginningWith(keys: NameKeys, word: string): readonly AnyRecord[] {
  if (word.length < SHORTEST_BEGINNING) return [];
  const found = new Set<AnyRecord>();
  for (const [key, records] of keys) {
    if (!key.startsWith(word)) continue;
    for (const record of records) if (isBegun(record, word)) found.add(record);
    if (found.size > MOST_MEANT) return [];
  }
  return [...found];
}

/** By a name of its own, or by a compound: "whatsapp" begins "whatsappfraude", "veilig" not "veilige rekening". */
function isBegun(record: AnyRecord, word: string): boolean {
  if (!BEGUN.has(kindOf(record.id))) return false;
  return plainNames(record).some(
    (name, index) => (index < OWN_NAMES || !name.includes(' ')) && name.replaceAll(' ', '').startsWith(word),
  );
}

function keysOf(record: AnyRecord): readonly string[] {
  const found = kept.get(record);
  if (found) return found;
  const keys = [...new Set(plainNames(record).flatMap((name) => writings(name.split(' '))))];
  if (Object.isFrozen(record)) kept.set(record, keys);
  return keys;
}

function writings(words: readonly string[]): string[] {
  const last = words.at(-1) ?? '';
  const before = words.slice(0, -1).join('');
  return [...new Set([last, dutchStem(last), englishStem(last)])].map((end) => before + end);
}
