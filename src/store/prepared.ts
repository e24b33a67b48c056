import { type SQL, sql } from 'drizzle-orm';
import type { Database } from './database.ts';

/** More shapes of query than a program asks; beyond it the oldest go. */
const MOST = 500;
const known = new WeakMap<Database, Map<string, unknown>>();

/**
 * A query built and prepared once for each connection, because building one takes longer than running it.
 * `shape` names it and whatever its text depends on; all values go in by `given`.
 */
export function prepared<Q>(database: Database, shape: string, build: (database: Database) => Q): Q {
  const queries = known.get(database) ?? new Map<string, unknown>();
  known.set(database, queries);
  const found = queries.get(shape) as Q | undefined;
  if (found !== undefined) return found;
  const query = build(database);
  const oldest = queries.keys().next().value;
  if (queries.size >= MOST && oldest !== undefined) queries.delete(oldest);
  queries.set(shape, query);
  return query;
}

/** The place of a value that is filled in when the query runs. */
export function given(name: string): SQL {
  return sql`${sql.placeholder(name)}`;
}

/** A place for each of these columns' values, for writing a row. */
export function givenEach<const K extends string>(columns: readonly K[]): Record<K, SQL> {
  return Object.fromEntries(columns.map((column) => [column, given(column)])) as Record<K, SQL>;
}

/** The values of a list that is filled in as one JSON text, so that its length does not change the query. */
export function givenList(name: string): SQL {
  return sql`(SELECT value FROM json_each(${sql.placeholder(name)}))`;
}
