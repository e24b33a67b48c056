import { and, asc, eq, gt, gte, lte, or, type SQL, sql } from 'drizzle-orm';
import { Refusal } from '../core/errors.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import type { Alike, EntryPage, EntryQuery, EntrySpan } from '../domain/ports.ts';
import type { Database } from './database.ts';
import { LONG_ENTRY_DAYS, NO_DATE } from './index-record.ts';
import { given, givenList, prepared } from './prepared.ts';
import { entry, record } from './schema.ts';
import { scopeShape, scopeValues, visible } from './visible.ts';

/** One page of the calendar in order of first day, with how many there are in all that the asker may see. */
export function entries(database: Database, query: EntryQuery): EntryPage {
  const asked = askedOf(query);
  const cursor = query.after ? readCursor(query.after) : undefined;
  const rows = prepared(database, `entries ${cursor ? 'after ' : ''}${asked.shape}`, ({ orm }) => {
    // The page first and its contents after, so that sorting does not carry the contents of all the rest.
    const page = orm
      .select({ no: entry.no, first: entry.first })
      .from(entry)
      .where(and(asked.where(), cursor && AFTER_CURSOR))
      .orderBy(asc(entry.first), asc(entry.no))
      .limit(sql.placeholder('limit'))
      .as('page');
    return orm
      .select({ no: page.no, first: page.first, data: record.data })
      .from(page)
      .innerJoin(record, eq(record.no, page.no))
      .orderBy(asc(page.first), asc(page.no))
      .prepare();
  }).all({ ...asked.values, ...cursor, limit: query.limit + 1 });
  const page = rows.slice(0, query.limit);
  const more = rows.length > query.limit;
  const last = page.at(-1);
  return {
    campaigns: page.map(({ data }) => JSON.parse(data) as Campaign),
    // A first page that holds everything has counted it.
    total: more || cursor ? countOf(database, asked) : page.length,
    next: more && last ? `${last.first}_${last.no}` : undefined,
  };
}

/** Where the entries of a query stand, in order of first day; see `Store.spans`. */
export function spans(database: Database, query: Conditions, alike?: Alike): EntrySpan[] {
  const asked = askedOf(query);
  const rows = prepared(database, `spans ${alike ? 'alike ' : ''}${asked.shape}`, ({ orm }) =>
    orm
      .select({
        id: entry.id,
        first: entry.first,
        last: entry.last,
        type: entry.type,
        months: EXPECTED_MONTHS,
        alike: alike ? IS_ALIKE : sql<number>`0`,
      })
      .from(entry)
      .where(asked.where())
      .orderBy(asc(entry.first), asc(entry.no))
      .prepare(),
  ).all({ ...asked.values, ...(alike && alikeValues(alike)) });
  return rows.map(({ months, ...row }) => ({
    ...row,
    months: months === null ? undefined : JSON.parse(months),
    alike: row.alike === 1,
  })) as EntrySpan[];
}

function countOf(database: Database, asked: Asked): number {
  const query = prepared(database, `count ${asked.shape}`, ({ orm }) =>
    orm.select({ count: sql<number>`count(*)` }).from(entry).where(asked.where()).prepare(),
  );
  return query.get(asked.values)?.count ?? 0;
}

type Conditions = Omit<EntryQuery, 'limit' | 'after'>;

/** A query's conditions, apart from the values that they are run with. */
interface Asked {
  shape: string;
  where: () => SQL | undefined;
  values: Record<string, unknown>;
}

function askedOf(query: Conditions): Asked {
  const { filter, scope } = query;
  const terms = {
    audiences: filter?.audiences,
    forms: filter?.forms,
    organisations: filter?.organisations,
    regions: filter?.regions,
    series: filter?.series,
    topics: filter?.topics,
    types: filter?.types,
    dateStates: query.dateStates,
    progress: query.progress,
  };
  const lists = Object.entries(terms).filter(([, list]) => list && list.length > 0);
  if (query.ids) lists.push(['ids', query.ids]);
  const names = lists.map(([name]) => name as keyof typeof CONDITIONS);
  if (query.from || query.until) names.push(query.from ? 'range' : 'until');
  if (query.withMaterials) names.push('materials');
  if (query.alike) names.push('alike');
  return {
    shape: `${scopeShape(scope)} ${names.join(' ')}`,
    where: () => and(...names.map((name) => CONDITIONS[name]), visible(scope, entry)),
    values: {
      ...scopeValues(scope),
      ...Object.fromEntries(lists.map(([name, list]) => [name, JSON.stringify(list)])),
      ...(query.from ? { from: query.from, earliest: earliestOf(query.from) } : {}),
      until: query.until ?? NO_DATE,
      ...(query.alike && alikeValues(query.alike)),
    },
  };
}

function earliestOf(from: string): string {
  return Temporal.PlainDate.from(from).subtract({ days: LONG_ENTRY_DAYS }).toString();
}

function alikeValues({ audiences, forms }: Alike): Record<string, string> {
  return { alikeAudiences: JSON.stringify(audiences), alikeForms: JSON.stringify(forms) };
}

const IS_ALIKE = sql<number>`EXISTS (SELECT 1 FROM link WHERE link.from_id = entry.id
  AND (link.role = 'audience' AND link.to_id IN ${givenList('alikeAudiences')}
    OR link.role = 'form' AND link.to_id IN ${givenList('alikeForms')}))`;

/** A gap stands from the first day of its first month, so hardly any other row costs a look at its record. */
const MAY_BE_GAP = sql`entry.date_state IN ('unknown', 'uncertain') AND substr(entry.first, 9) = '01'`;

/** The JSON list of a gap's months; null for whatever has dates. */
const EXPECTED_MONTHS = sql<string | null>`CASE WHEN ${MAY_BE_GAP} THEN (SELECT gap.data -> 'expectedMonths'
  FROM record AS gap WHERE gap.no = entry.no AND gap.data ->> 'period' IS NULL) END`;

/** False for a gap that is expected before and after the range, but in none of its months (decision 008). */
const NOT_BETWEEN_MONTHS = sql`NOT (${MAY_BE_GAP} AND substr(entry.first, 1, 7) <> substr(entry.last, 1, 7)
  AND EXISTS (SELECT 1 FROM record AS gap WHERE gap.no = entry.no AND gap.data ->> 'period' IS NULL
    AND NOT EXISTS (SELECT 1 FROM json_each(gap.data, '$.expectedMonths') AS month
      WHERE month.value BETWEEN substr(${given('from')}, 1, 7) AND substr(${given('until')}, 1, 7))))`;

const CONDITIONS = {
  until: lte(entry.first, given('until')),
  // Short entries are found by their first day alone; the few long ones by an index of their own.
  range: and(
    lte(entry.first, given('until')),
    gte(entry.last, given('from')),
    or(
      gte(entry.first, given('earliest')),
      sql`${entry.no} IN (SELECT no FROM entry WHERE long = 1 AND first <= ${given('until')} AND last >= ${given('from')})`,
    ),
    NOT_BETWEEN_MONTHS,
  ),
  audiences: linkedTo('audience', 'audiences'),
  forms: linkedTo('form', 'forms'),
  organisations: linkedTo('lead', 'organisations'),
  regions: linkedTo('region', 'regions'),
  series: linkedTo('series', 'series'),
  topics: linkedTo('topic', 'topics'),
  types: sql`${entry.type} IN ${givenList('types')}`,
  dateStates: sql`${entry.dateState} IN ${givenList('dateStates')}`,
  progress: sql`${entry.progress} IN ${givenList('progress')}`,
  ids: sql`${entry.id} IN ${givenList('ids')}`,
  materials: gt(entry.materials, 0),
  alike: IS_ALIKE,
};

function linkedTo(role: string, name: string): SQL {
  return sql`EXISTS (SELECT 1 FROM link WHERE link.from_id = ${entry.id} AND link.role = ${sql.raw(`'${role}'`)} AND link.to_id IN ${givenList(name)})`;
}

const AFTER_CURSOR = or(
  gt(entry.first, given('afterFirst')),
  sql`(${entry.first} = ${given('afterFirst')} AND ${entry.no} > ${given('afterNo')})`,
);

function readCursor(cursor: string): { afterFirst: string; afterNo: number } {
  const [, first, no] = /^(\d{4}-\d{2}-\d{2})_(\d{1,15})$/.exec(cursor) ?? [];
  if (!first || !no) throw new Refusal('cursor-unknown');
  return { afterFirst: first, afterNo: Number(no) };
}
