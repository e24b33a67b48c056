import { slipsAllowed, slipsWithin, trigramsOf } from '../core/edit-distance.ts';
import type { Database } from './database.ts';
import { prepared } from './prepared.ts';

/** Adds the words of a text that are not known yet. Short and very long ones help nobody's typing. */
export function indexWords(database: Database, text: string): void {
  const words = new Set(text.match(/[\p{L}\p{N}]{4,40}/gu) ?? []);
  const add = prepared(database, 'write words', ({ sqlite }) =>
    sqlite.prepare(
      `INSERT INTO word (word) SELECT value FROM json_each(?)
       WHERE value NOT IN (SELECT word FROM word) RETURNING no, word`,
    ),
  );
  const index = prepared(database, 'index word', ({ sqlite }) =>
    sqlite.prepare('INSERT INTO word_search (rowid, word) VALUES (?, ?)'),
  );
  const added = add.all(JSON.stringify([...words])) as { no: number; word: string }[];
  for (const { no, word } of added) index.run(no, word);
}

/**
 * The known words that a mistyped one may have meant, nearest first; at most `limit`. A word that begins
 * a longer known word counts too.
 */
export function nearWords(database: Database, typed: string, limit: number): string[] {
  const parts = trigramsOf(typed);
  if (parts.length === 0) return [];
  const query = parts.map((part) => `"${part.replaceAll('"', '""')}"`).join(' OR ');
  const find = prepared(database, 'near words', ({ sqlite }) =>
    sqlite.prepare('SELECT word FROM word_search WHERE word_search MATCH ? ORDER BY rank LIMIT 200').pluck(),
  );
  const candidates = find.all(query) as string[];
  const allowed = slipsAllowed(typed);
  const scored = candidates
    .map((word) => ({ word, slips: slipsWithin(typed, word, allowed) }))
    .filter(({ slips }) => slips <= allowed);
  return scored
    .sort((a, b) => a.slips - b.slips || a.word.length - b.word.length)
    .slice(0, limit)
    .map(({ word }) => word);
}
