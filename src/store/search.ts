import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import { foldText } from '../core/ids.ts';
import type { SearchHit, SearchQuery } from '../domain/ports.ts';
import type { AnyRecord } from '../domain/records.ts';
import type { Database } from './database.ts';
import { given, givenList, prepared } from './prepared.ts';
import { record } from './schema.ts';
import { scopeShape, scopeValues, visible } from './visible.ts';
import { nearWords } from './word-index.ts';

/** How much a hit in the title, the keywords and the body weighs. */
const WEIGHTS = sql<number>`bm25(search, 10.0, 4.0, 1.0)`;

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

/** Whether anything that the scope may see has this word; the first one found will do. */
function occurs(database: Database, query: SearchQuery, word: string): boolean {
  const find = prepared(database, `occurs ${shapeOf(query)}`, ({ orm }) =>
    orm
      .select({ one: sql`1` })
      .from(sql`search`)
      .innerJoin(record, sql`${record.no} = search.rowid`)
      .where(condition(query))
      .limit(1)
      .prepare(),
  );
  return find.get(valuesOf(query, quoted(word))) !== undefined;
}

function matching(database: Database, query: SearchQuery, match: string): SearchHit[] {
  const find = prepared(database, `search ${shapeOf(query)}`, ({ orm }) => {
    // The best first and their contents after, so that ranking does not carry the contents of all the rest.
    const best = orm
      .select({ no: record.no, fit: WEIGHTS.as('fit') })
      .from(sql`search`)
      .innerJoin(record, sql`${record.no} = search.rowid`)
      .where(condition(query))
      .orderBy(sql`fit`)
      .limit(sql.placeholder('limit'))
      .as('best');
    return orm
      .select({ data: record.data, fit: best.fit })
      .from(best)
      .innerJoin(record, eq(record.no, best.no))
      .orderBy(asc(best.fit))
      .prepare();
  });
  const rows = find.all(valuesOf(query, match));
  return rows.map((row) => ({ record: JSON.parse(row.data) as AnyRecord, score: -row.fit }));
}

function shapeOf({ scope, kinds }: SearchQuery): string {
  return `${scopeShape(scope)}${kinds ? ' kinds' : ''}`;
}

function condition({ scope, kinds }: SearchQuery): SQL | undefined {
  const ofKinds = kinds && sql`${record.kind} IN ${givenList('kinds')}`;
  return and(sql`search MATCH ${given('match')}`, ofKinds, visible(scope, record));
}

function valuesOf({ scope, kinds, limit }: SearchQuery, match: string): Record<string, unknown> {
  return { ...scopeValues(scope), match, limit, kinds: JSON.stringify(kinds ?? []) };
}
