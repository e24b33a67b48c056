import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { record } from './schema.ts';

/** How many records of each kind there are. */
export function countRecords({ orm }: Database): ReadonlyMap<string, number> {
  const rows = orm
    .select({ kind: record.kind, count: sql<number>`count(*)` })
    .from(record)
    .groupBy(record.kind)
    .all();
  return new Map(rows.map(({ kind, count }) => [kind, count]));
}
