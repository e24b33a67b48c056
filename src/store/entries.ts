import { and, asc, gt, gte, inArray, lte, or, type SQL, sql } from 'drizzle-orm';
import { Refusal } from '../core/errors.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import type { EntryPage, EntryQuery, EntrySpan } from '../domain/ports.ts';
import { readMany } from './change.ts';
import type { Database } from './database.ts';
import { LONG_ENTRY_DAYS } from './index-record.ts';
import { entry } from './schema.ts';
import { list, visible } from './visible.ts';

/** One page of the calendar in order of first day, with how many there are in all that the asker may see. */
export function entries(database: Database, query: EntryQuery): EntryPage {
  const where = matching(query);
  const total =
    database.orm.select({ count: sql<number>`count(*)` }).from(entry).where(where).get()?.count ?? 0;
  const rows = database.orm
    .select({ no: entry.no, id: entry.id, first: entry.first })
    .from(entry)
    .where(and(where, afterCursor(query.after)))
    .orderBy(asc(entry.first), asc(entry.no))
    .limit(query.limit + 1)
    .all();
  const page = rows.slice(0, query.limit);
  const records = readMany(
    database,
    page.map(({ id }) => id),
  );
  const last = page.at(-1);
  return {
    campaigns: page.map(({ id }) => records.get(id) as Campaign),
    total,
    next: rows.length > query.limit && last ? `${last.first}_${last.no}` : undefined,
  };
}

/** Where the entries of a query stand, in order of first day. */
export function spans(database: Database, query: Conditions): EntrySpan[] {
  const rows = database.orm
    .select({ id: entry.id, first: entry.first, last: entry.last, type: entry.type })
    .from(entry)
    .where(matching(query))
    .orderBy(asc(entry.first), asc(entry.no))
    .all();
  return rows as EntrySpan[];
}

type Conditions = Omit<EntryQuery, 'limit' | 'after'>;

function matching(query: Conditions): SQL | undefined {
  return and(inRange(query), ...filters(query), visible(query.scope, entry));
}

/** Short entries are found by their first day alone; the few long ones by an index of their own. */
function inRange({ from, until }: Conditions): SQL | undefined {
  const starts = until ? lte(entry.first, until) : undefined;
  if (!from) return starts;
  const earliest = Temporal.PlainDate.from(from).subtract({ days: LONG_ENTRY_DAYS }).toString();
  return and(
    starts,
    gte(entry.last, from),
    or(
      gte(entry.first, earliest),
      sql`${entry.no} IN (SELECT no FROM entry WHERE long = 1 AND last >= ${from})`,
    ),
  );
}

function filters({ filter, dateStates, progress, withMaterials, ids }: Conditions): (SQL | undefined)[] {
  return [
    linkedTo('audience', filter?.audiences),
    linkedTo('form', filter?.forms),
    linkedTo('lead', filter?.organisations),
    linkedTo('region', filter?.regions),
    linkedTo('series', filter?.series),
    linkedTo('topic', filter?.topics),
    filter?.types?.length ? inArray(entry.type, filter.types) : undefined,
    dateStates?.length ? sql`${entry.dateState} IN (${list(dateStates)})` : undefined,
    progress?.length ? sql`${entry.progress} IN (${list(progress)})` : undefined,
    withMaterials ? gt(entry.materials, 0) : undefined,
    ids ? sql`${entry.id} IN (${list(ids)})` : undefined,
  ];
}

function linkedTo(role: string, ids: readonly string[] | undefined): SQL | undefined {
  if (!ids?.length) return undefined;
  return sql`EXISTS (SELECT 1 FROM link WHERE link.from_id = ${entry.id} AND link.role = ${role} AND link.to_id IN (${list(ids)}))`;
}

function afterCursor(cursor: string | undefined): SQL | undefined {
  if (!cursor) return undefined;
  const [, first, no] = /^(\d{4}-\d{2}-\d{2})_(\d{1,15})$/.exec(cursor) ?? [];
  if (!first || !no) throw new Refusal('cursor-unknown');
  return or(gt(entry.first, first), sql`(${entry.first} = ${first} AND ${entry.no} > ${Number(no)})`);
}
