import { slipsAllowed, slipsWithin, trigramsOf } from '../../core/edit-distance.ts';
import { foldText } from '../../core/ids.ts';
import { namesOf } from '../names.ts';
import type { AnyRecord } from '../records.ts';

/** More other wordings than this would drown what was typed. */
const MOST = 5;

/**
 * Other wordings of a question: each name or synonym of a term in it becomes the words under which records
 * hold that term. "hulp bij WhatsAppfraude" gives "hulp bij vriend in nood".
 */
export function expandQuery(typed: string, terms: readonly AnyRecord[]): string[] {
  const question = plainWords(typed);
  const found = new Set<string>();
  for (const term of terms) {
    const own = termWords(term);
    const inside = plainNames(term)
      .filter((name) => holds(question, name))
      .sort((a, b) => b.length - a.length)[0];
    if (inside) found.add(` ${question} `.replace(` ${inside} `, ` ${own} `).trim());
  }
  found.delete(question);
  return [...found].slice(0, MOST);
}

/**
 * The terms whose names hold all of the words, anywhere in them; when none do, those that hold them but for
 * typing errors. Words of one or two letters say too little.
 */
export function termsNear(typed: string, terms: readonly AnyRecord[]): AnyRecord[] {
  const words = [...new Set(plainWords(typed).split(' '))].filter((word) => word.length >= 3);
  if (words.length === 0) return [];
  const withAll = (test: (term: AnyRecord, word: string) => boolean): AnyRecord[] =>
    terms.filter((term) => words.every((word) => test(term, word)));
  const contains = (term: AnyRecord, word: string): boolean =>
    plainNames(term).some((name) => name.includes(word));
  const exact = withAll(contains);
  if (exact.length > 0) return exact;
  const mistyped = new Set(words.filter((word) => !terms.some((term) => contains(term, word))));
  if (mistyped.size === 0) return [];
  return withAll((term, word) => (mistyped.has(word) ? hasNear(term, word) : contains(term, word)));
}

function hasNear(term: AnyRecord, word: string): boolean {
  const parts = trigramsOf(word);
  const allowed = slipsAllowed(word);
  return plainNames(term).some(
    (name) =>
      parts.some((part) => name.includes(part)) &&
      name.split(' ').some((known) => slipsWithin(word, known, allowed) <= allowed),
  );
}

const known = new WeakMap<AnyRecord, readonly string[]>();

/** All names of a record as plain words; kept for records that cannot change. */
export function plainNames(record: AnyRecord): readonly string[] {
  const kept = known.get(record);
  if (kept) return kept;
  const names = [...new Set(namesOf(record).map(plainWords))].filter((name) => name !== '');
  if (Object.isFrozen(record)) known.set(record, names);
  return names;
}

/** The words under which the records that link to a term can be found: those of its id. */
export function termWords({ id }: Pick<AnyRecord, 'id'>): string {
  return id.slice(id.indexOf('/') + 1).replaceAll('-', ' ');
}

/** A text as folded words with single spaces between them. */
export function plainWords(text: string): string {
  return (foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

function holds(question: string, name: string): boolean {
  return ` ${question} `.includes(` ${name} `);
}
