import { sql } from 'drizzle-orm';
import { foldText } from '../core/ids.ts';
import type { SearchHit, SearchQuery } from '../domain/ports.ts';
import type { AnyRecord } from '../domain/records.ts';
import type { Database } from './database.ts';
import { record } from './schema.ts';
import { list, visible } from './visible.ts';
import { nearWords } from './word-index.ts';

/** How much a hit in the title, the keywords and the body weighs. */
const WEIGHTS = sql.raw('bm25(search, 10.0, 4.0, 1.0)');

/**
 * Records with all of the words, best first: anywhere in a word, so parts of compounds count. Words that
 * occur nowhere are tried as typing errors. Only what the scope may see is looked at or counted.
 */
export function search(database: Database, query: SearchQuery): SearchHit[] {
  const words = searchWords(query.words);
  if (words.length === 0) return [];
  const exact = matching(database, query, words.map(quoted).join(' AND '));
  if (exact.length > 0) return exact;
  const widened = words.map((word) => {
    const near = occurs(database, query, word) ? [] : nearWords(database, word, 5);
    return `(${[word, ...near].map(quoted).join(' OR ')})`;
  });
  return matching(database, query, widened.join(' AND '));
}

/** The folded words of at least three letters; the trigram index cannot find shorter ones. */
function searchWords(text: string): string[] {
  const words = foldText(text).match(/[\p{L}\p{N}]+(?:[-.][\p{L}\p{N}]+)*/gu) ?? [];
  return [...new Set(words)].filter((word) => [...word].length >= 3).slice(0, 8);
}

function quoted(word: string): string {
  return `"${word.replaceAll('"', '""')}"`;
}

function occurs(database: Database, query: SearchQuery, word: string): boolean {
  return matching(database, { ...query, limit: 1 }, quoted(word)).length > 0;
}

function matching(database: Database, query: SearchQuery, match: string): SearchHit[] {
  const kinds = query.kinds ? sql`AND ${record.kind} IN (${list(query.kinds)})` : sql``;
  const rows = database.orm.all<{ data: string; rank: number }>(sql`
    SELECT ${record.data} AS data, ${WEIGHTS} AS rank FROM search
    JOIN record ON record.no = search.rowid
    WHERE search MATCH ${match} ${kinds} AND ${visible(query.scope, record)}
    ORDER BY rank LIMIT ${query.limit}`);
  return rows.map((row) => ({ record: JSON.parse(row.data) as AnyRecord, score: -row.rank }));
}
