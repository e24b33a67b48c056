import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Scope } from '../domain/access/visibility.ts';
import type { Part, Together } from '../domain/ports.ts';
import type { RecordOf } from '../domain/records.ts';
import type { Kind } from '../domain/shared/record.ts';
import { revisionOf } from './change.ts';
import type { Database } from './database.ts';
import { given, prepared } from './prepared.ts';
import { listRecords } from './read-records.ts';
import { record } from './schema.ts';
import { scopeShape, scopeValues, visible } from './visible.ts';

/** Some of the records of a kind that the scope may see, by id; see `Store.page`. */
export function pageOfRecords<K extends Kind>(
  database: Database,
  kind: K,
  scope: Scope,
  { after, limit }: Part,
): RecordOf<K>[] {
  const query = prepared(database, `page ${scopeShape(scope)}`, ({ orm }) =>
    orm
      .select({ data: record.data })
      .from(record)
      .where(and(eq(record.kind, given('kind')), gt(record.id, given('after')), visible(scope, record)))
      .orderBy(asc(record.id))
      .limit(sql.placeholder('limit'))
      .prepare(),
  );
  const rows = query.all({ ...scopeValues(scope), kind, after: after ?? '', limit });
  return rows.map((row) => JSON.parse(row.data) as RecordOf<K>);
}

/** Everything of several kinds in one reading transaction; see `Store.listTogether`. */
export function listTogether<K extends Kind>(
  database: Database,
  kinds: readonly K[],
  scope: Scope,
): Together<K> {
  return database.orm.transaction(() => {
    const revision = revisionOf(database);
    const lists = kinds.map((kind) => [kind, listRecords(database, kind, scope)] as const);
    return { revision, records: Object.fromEntries(lists) as Together<K>['records'] };
  });
}
