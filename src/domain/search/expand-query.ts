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
    const names = namesOf(term)
      .map(plainWords)
      .filter((name) => name !== '');
    const inside = names.sort((a, b) => b.length - a.length).find((name) => holds(question, name));
    if (inside) found.add(` ${question} `.replace(` ${inside} `, ` ${own} `).trim());
  }
  found.delete(question);
  return [...found].slice(0, MOST);
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
