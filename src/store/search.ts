import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import { foldText } from '../core/ids.ts';
import type { MatchQuery, NearWordsQuery, SearchHit, SearchQuery, TextHit } from '../domain/ports.ts';
import type { AnyRecord } from '../domain/records.ts';
import type { Database } from './database.ts';
import { given, givenList, prepared } from './prepared.ts';
import { record } from './schema.ts';
import { scopeShape, scopeValues, visible } from './visible.ts';
import { nearWords } from './word-index.ts';

/** How much a hit in the title, the keywords and the body weighs. */
const WEIGHTS = sql<number>`bm25(search, 10.0, 4.0, 1.0)`;
const TITLE = sql<string>`search.title`;
const KEYWORDS = sql<string>`search.keywords`;
const BODY = sql<string>`search.body`;

/** The trigram index cannot find shorter ones. */
const SHORTEST = 3;
/** So many near words are looked at, so that words which may not be told do not crowd out the others. */
const NEAR_LOOKED_AT = 40;

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
    const near = visibleNearWords(database, { ...query, words: [word], limit: 5 }).get(word) ?? [];
    return `(${[word, ...near].map(quoted).join(' OR ')})`;
  });
  return matching(database, query, widened.join(' AND '));
}

/** The folded words of at least three letters; the trigram index cannot find shorter ones. */
function searchWords(text: string): string[] {
  const words = foldText(text).match(/[\p{L}\p{N}]+(?:[-.][\p{L}\p{N}]+)*/gu) ?? [];
  return [...new Set(words)].filter((word) => [...word].length >= SHORTEST).slice(0, 8);
}

function quoted(word: string): string {
  return `"${word.replaceAll('"', '""')}"`;
}

/** Whether anything that the scope may see has this word; the first one found will do. */
function occurs(database: Database, query: Asked, word: string): boolean {
  if ([...word].length < SHORTEST) return false;
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

/** What the scope may see that holds one option of each group (or of some), the best by the index's own measure. */
export function matchingTexts(database: Database, query: MatchQuery): TextHit[] {
  const groups = query.groups.map((options) => options.filter((one) => [...one].length >= SHORTEST));
  const match = groups
    .filter((options) => options.length > 0)
    .map((options) => `(${options.map(quoted).join(' OR ')})`)
    .join(query.some ? ' OR ' : ' AND ');
  if (match === '') return [];
  const find = prepared(database, `texts ${shapeOf(query)}`, ({ orm }) => {
    const best = bestOf(query, orm);
    return orm
      .select({ data: record.data, title: TITLE, keywords: KEYWORDS, body: BODY })
      .from(best)
      .innerJoin(record, eq(record.no, best.no))
      .innerJoin(sql`search`, sql`search.rowid = ${record.no}`)
      .orderBy(asc(best.fit))
      .prepare();
  });
  const rows = find.all(valuesOf(query, match));
  return rows.map(({ data, ...text }) => ({ record: JSON.parse(data) as AnyRecord, text }));
}

/**
 * The words that a mistyped one may have meant. Only words that occur in what the scope may see: another's words
 * are never told, nor do they take the place of one that may be told.
 */
export function visibleNearWords(database: Database, query: NearWordsQuery): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const word of query.words) {
    if (occurs(database, query, word)) continue;
    const near: string[] = [];
    for (const one of nearWords(database, word, NEAR_LOOKED_AT))
      if (near.length < query.limit && occurs(database, query, one)) near.push(one);
    found.set(word, near);
  }
  return found;
}

function matching(database: Database, query: SearchQuery, match: string): SearchHit[] {
  const find = prepared(database, `search ${shapeOf(query)}`, ({ orm }) => {
    const best = bestOf(query, orm);
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

/** The best first and their contents after, so that ranking does not carry the contents of all the rest. */
function bestOf(query: Asked, orm: Database['orm']) {
  return orm
    .select({ no: record.no, fit: WEIGHTS.as('fit') })
    .from(sql`search`)
    .innerJoin(record, sql`${record.no} = search.rowid`)
    .where(condition(query))
    .orderBy(sql`fit`)
    .limit(sql.placeholder('limit'))
    .as('best');
}

type Asked = Pick<MatchQuery, 'scope' | 'kinds' | 'limit'>;

function shapeOf({ scope, kinds }: Asked): string {
  return `${scopeShape(scope)}${kinds ? ' kinds' : ''}`;
}

function condition({ scope, kinds }: Asked): SQL | undefined {
  const ofKinds = kinds && sql`${record.kind} IN ${givenList('kinds')}`;
  return and(sql`search MATCH ${given('match')}`, ofKinds, visible(scope, record));
}

function valuesOf({ scope, kinds, limit }: Asked, match: string): Record<string, unknown> {
  return { ...scopeValues(scope), match, limit, kinds: JSON.stringify(kinds ?? []) };
}
