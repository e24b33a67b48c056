import { eq } from 'drizzle-orm';
import { guardOf } from '../domain/access/guard.ts';
import { calendarSpan } from '../domain/campaign/calendar-entry.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import { linksOf } from '../domain/links.ts';
import { type AnyRecord, isKind } from '../domain/records.ts';
import { searchTextOf } from '../domain/search-text.ts';
import { kindOf } from '../domain/shared/record.ts';
import type { Database } from './database.ts';
import { entry, link, record as table } from './schema.ts';
import { indexWords } from './word-index.ts';

/** Entries longer than this stand in an index of their own, so that the others can be found by their start. */
export const LONG_ENTRY_DAYS = 92;

/** Where an entry without any date stands in the order: after all others. */
export const NO_DATE = '9999-12-31';

/** Writes a record and all that is derived from it. Only `change` calls this, inside its transaction. */
export function writeRecord(database: Database, record: AnyRecord): void {
  const guard = guardOf(record);
  const columns = {
    kind: kindOf(record.id),
    version: record.version,
    visibility: guard.visibility,
    owner: guard.owner ?? null,
    embargo: guard.embargoUntil ? Temporal.Instant.from(guard.embargoUntil).toString() : null,
    restricted: guard.restricted ? 1 : 0,
  };
  const values = { id: record.id, ...columns, data: JSON.stringify(record) };
  const row = database.orm
    .insert(table)
    .values(values)
    .onConflictDoUpdate({ target: table.id, set: values })
    .returning({ no: table.no })
    .get();
  writeLinks(database, record);
  if (isKind(record, 'campaign')) writeEntry(database, row.no, record, columns);
  writeSearch(database, row.no, record);
}

function writeLinks({ orm }: Database, record: AnyRecord): void {
  orm.delete(link).where(eq(link.from, record.id)).run();
  const links = linksOf(record);
  if (links.length === 0) return;
  orm
    .insert(link)
    .values(links.map(([role, to]) => ({ from: record.id, role, to })))
    .run();
}

function writeEntry(
  { orm }: Database,
  no: number,
  campaign: Campaign,
  guard: { visibility: string; owner: string | null; embargo: string | null; restricted: number },
): void {
  const span = calendarSpan(campaign) ?? { first: NO_DATE, last: NO_DATE };
  const days = Temporal.PlainDate.from(span.first).until(span.last).days;
  const values = {
    no,
    id: campaign.id,
    ...span,
    long: days > LONG_ENTRY_DAYS ? 1 : 0,
    type: campaign.type,
    progress: campaign.progress,
    dateState: campaign.dateState,
    materials: campaign.materials.length,
    visibility: guard.visibility,
    owner: guard.owner,
    embargo: guard.embargo,
    restricted: guard.restricted,
  };
  orm.insert(entry).values(values).onConflictDoUpdate({ target: entry.no, set: values }).run();
}

function writeSearch(database: Database, no: number, record: AnyRecord): void {
  const text = searchTextOf(record);
  if (!text) return;
  database.sqlite.prepare('DELETE FROM search WHERE rowid = ?').run(no);
  database.sqlite
    .prepare('INSERT INTO search (rowid, title, keywords, body) VALUES (?, ?, ?, ?)')
    .run(no, text.title, text.keywords, text.body);
  indexWords(database, `${text.title} ${text.keywords} ${text.body}`);
}
