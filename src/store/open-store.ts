import { and, asc, eq, sql } from 'drizzle-orm';
import type { Scope } from '../domain/access/visibility.ts';
import type { LinkRole, Store } from '../domain/ports.ts';
import type { RecordOf } from '../domain/records.ts';
import type { Id, Kind } from '../domain/shared/record.ts';
import { historyOf } from './audit.ts';
import { change, readMany, revisionOf } from './change.ts';
import { type Database, type DatabaseOptions, openDatabase } from './database.ts';
import { entries, spans } from './entries.ts';
import { given, prepared } from './prepared.ts';
import { link, record } from './schema.ts';
import { search } from './search.ts';
import { scopeShape, scopeValues, visible } from './visible.ts';

/** The store over an open database: the SQLite side of domain/ports.ts. */
export function storeOver(database: Database): Store {
  return {
    async get<K extends Kind>(id: Id<K>) {
      return readMany(database, [id]).get(id) as RecordOf<K> | undefined;
    },
    getMany: async (ids) => readMany(database, ids),
    list: async (kind, scope) => list(database, kind, scope),
    linked: async (kind, role, to, scope) => linked(database, kind, role, to, scope),
    entries: async (query) => entries(database, query),
    spans: async (query) => spans(database, query),
    search: async (query) => search(database, query),
    change: async (request) => change(database, request),
    history: async (id) => historyOf(database, id),
    revision: async () => revisionOf(database),
  };
}

/** Opens the database and the store over it; `close` when done. */
export function openStore(options: DatabaseOptions): { store: Store; database: Database } {
  const database = openDatabase(options);
  return { store: storeOver(database), database };
}

function list<K extends Kind>(database: Database, kind: K, scope: Scope): RecordOf<K>[] {
  const query = prepared(database, `list ${scopeShape(scope)}`, ({ orm }) =>
    orm
      .select({ data: record.data })
      .from(record)
      .where(and(eq(record.kind, given('kind')), visible(scope, record)))
      .orderBy(asc(record.id))
      .prepare(),
  );
  const rows = query.all({ ...scopeValues(scope), kind });
  return rows.map((row) => JSON.parse(row.data) as RecordOf<K>);
}

function linked<K extends Kind>(
  database: Database,
  kind: K,
  role: LinkRole,
  to: Id,
  scope: Scope,
): RecordOf<K>[] {
  const query = prepared(database, `linked ${scopeShape(scope)}`, ({ orm }) =>
    orm
      .select({ data: record.data })
      .from(link)
      .innerJoin(record, sql`${record.id} = ${link.from} AND ${record.kind} = ${given('kind')}`)
      .where(and(eq(link.to, given('to')), eq(link.role, given('role')), visible(scope, record)))
      .orderBy(asc(record.id))
      .prepare(),
  );
  const rows = query.all({ ...scopeValues(scope), kind, role, to });
  return rows.map((row) => JSON.parse(row.data) as RecordOf<K>);
}
