import { eq } from 'drizzle-orm';
import { foldText } from '../core/ids.ts';
import { guardOf } from '../domain/access/guard.ts';
import { calendarSpan } from '../domain/campaign/calendar-entry.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import { linksOf } from '../domain/links.ts';
import { namesOf } from '../domain/names.ts';
import type { Person } from '../domain/person/person.ts';
import { type AnyRecord, isKind } from '../domain/records.ts';
import { searchTextOf } from '../domain/search-text.ts';
import { kindOf } from '../domain/shared/record.ts';
import type { Database } from './database.ts';
import { given, givenEach, prepared } from './prepared.ts';
import { entry, link, record as table } from './schema.ts';
import { CLOSED } from './visible.ts';
import { indexWords } from './word-index.ts';

/** Entries longer than this stand in an index of their own, so that the others can be found by their start. */
export const LONG_ENTRY_DAYS = 92;

/** Where an entry without any date stands in the order: after all others. */
export const NO_DATE = '9999-12-31';

/** What decides who sees a row, as its columns. */
interface GuardValues {
  visibility: string;
  owner: string | null;
  embargo: string | null;
  restricted: number;
}

const GUARD = ['visibility', 'owner', 'embargo', 'restricted'] as const;
const RECORD = givenEach(['id', 'kind', 'version', ...GUARD, 'data']);
const ENTRY = givenEach([
  ...(['no', 'id', 'first', 'last', 'long', 'type', 'progress', 'dateState', 'materials'] as const),
  ...GUARD,
]);

/** Writes a record and all that is derived from it. Only `change` calls this, inside its transaction. */
export function writeRecord(database: Database, record: AnyRecord): void {
  const guarded = guardOf(record);
  const guard: GuardValues = {
    visibility: guarded.visibility,
    owner: guarded.owner ?? null,
    embargo: guarded.embargoUntil ? Temporal.Instant.from(guarded.embargoUntil).toString() : null,
    restricted: guarded.closed ? CLOSED : guarded.restricted ? 1 : 0,
  };
  const { id, version } = record;
  const write = prepared(database, 'write record', ({ orm }) =>
    orm
      .insert(table)
      .values(RECORD)
      .onConflictDoUpdate({ target: table.id, set: RECORD })
      .returning({ no: table.no })
      .prepare(),
  );
  const { no } = write.get({ id, version, kind: kindOf(id), ...guard, data: JSON.stringify(record) });
  writeLinks(database, record);
  if (isKind(record, 'campaign')) writeEntry(database, no, record, guard);
  if (isKind(record, 'campaign') || isKind(record, 'action')) writeNames(database, no, record);
  if (isKind(record, 'person')) writeAccounts(database, no, record);
  writeSearch(database, no, record);
}

function writeAccounts(database: Database, no: number, { identities }: Person): void {
  prepared(database, 'delete accounts', ({ sqlite }) =>
    sqlite.prepare('DELETE FROM account WHERE no = ?'),
  ).run(no);
  const insert = prepared(database, 'write account', ({ sqlite }) =>
    sqlite.prepare('INSERT INTO account (platform, tenant, user, no) VALUES (?, ?, ?, ?)'),
  );
  for (const { platform, tenant, user } of identities) insert.run(platform, tenant, user, no);
}

function writeNames(database: Database, no: number, record: AnyRecord): void {
  prepared(database, 'delete names', ({ sqlite }) => sqlite.prepare('DELETE FROM name WHERE no = ?')).run(no);
  const insert = prepared(database, 'write names', ({ sqlite }) =>
    sqlite.prepare('INSERT INTO name (folded, no) SELECT value, ? FROM json_each(?)'),
  );
  insert.run(no, JSON.stringify([...new Set(namesOf(record).map(foldText))]));
}

function writeLinks(database: Database, record: AnyRecord): void {
  const { id } = record;
  prepared(database, 'delete links', ({ orm }) =>
    orm
      .delete(link)
      .where(eq(link.from, given('id')))
      .prepare(),
  ).run({ id });
  const insert = prepared(database, 'write links', ({ sqlite }) =>
    sqlite.prepare(
      'INSERT INTO link (from_id, role, to_id) SELECT ?, value ->> 0, value ->> 1 FROM json_each(?)',
    ),
  );
  insert.run(id, JSON.stringify(linksOf(record)));
}

function writeEntry(database: Database, no: number, campaign: Campaign, guard: GuardValues): void {
  const { id, type, progress, dateState, materials } = campaign;
  const span = calendarSpan(campaign) ?? { first: NO_DATE, last: NO_DATE };
  const days = Temporal.PlainDate.from(span.first).until(span.last).days;
  const write = prepared(database, 'write entry', ({ orm }) =>
    orm.insert(entry).values(ENTRY).onConflictDoUpdate({ target: entry.no, set: ENTRY }).prepare(),
  );
  const long = days > LONG_ENTRY_DAYS ? 1 : 0;
  write.run({ no, id, ...span, long, type, progress, dateState, materials: materials.length, ...guard });
}

function writeSearch(database: Database, no: number, record: AnyRecord): void {
  const text = searchTextOf(record);
  if (!text) return;
  prepared(database, 'delete search', ({ sqlite }) =>
    sqlite.prepare('DELETE FROM search WHERE rowid = ?'),
  ).run(no);
  prepared(database, 'write search', ({ sqlite }) =>
    sqlite.prepare('INSERT INTO search (rowid, title, keywords, body) VALUES (?, ?, ?, ?)'),
  ).run(no, text.title, text.keywords, text.body);
  indexWords(database, `${text.title} ${text.keywords} ${text.body}`);
}
