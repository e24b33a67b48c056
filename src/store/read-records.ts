import { and, asc, eq, sql } from 'drizzle-orm';
import { guardOf } from '../domain/access/guard.ts';
import { canSee, type Scope } from '../domain/access/visibility.ts';
import type { LinkRole, NameQuery } from '../domain/ports.ts';
import type { AnyRecord, RecordOf } from '../domain/records.ts';
import { type Id, type Kind, kindOf } from '../domain/shared/record.ts';
import type { Account } from '../domain/tenant/account.ts';
import { readMany } from './change.ts';
import type { Database } from './database.ts';
import { isKnown, knownRecords } from './known-records.ts';
import { given, givenList, prepared } from './prepared.ts';
import { account, link, name, record } from './schema.ts';
import { scopeShape, scopeValues, visible } from './visible.ts';

/** The stored records of these ids, from memory where they are kept there; see `Store.getMany`. */
export function recordsOf(database: Database, ids: readonly Id[]): Map<string, AnyRecord> {
  const found = readMany(
    database,
    ids.filter((id) => !isKnown(kindOf(id))),
  );
  if (ids.every((id) => found.has(id))) return found;
  const known = knownRecords(database);
  for (const id of ids) {
    const kind = kindOf(id);
    const record = isKnown(kind) && known(kind).get(id);
    if (record) found.set(id, record);
  }
  return found;
}

/** Every record of a kind that the scope may see, by id. */
export function listRecords<K extends Kind>(database: Database, kind: K, scope: Scope): RecordOf<K>[] {
  if (isKnown(kind))
    return [...knownRecords(database)(kind).values()].filter((one) => canSee(scope, guardOf(one)));
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

/** The records of a kind that link to an id in some role. */
export function linkedRecords<K extends Kind>(
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
      // The plus keeps the index on kinds out of it: the few links are walked, not all records of the kind.
      .innerJoin(record, sql`${record.id} = ${link.from} AND +${record.kind} = ${given('kind')}`)
      .where(and(eq(link.to, given('to')), eq(link.role, given('role')), visible(scope, record)))
      .orderBy(asc(record.id))
      .prepare(),
  );
  const rows = query.all({ ...scopeValues(scope), kind, role, to });
  return rows.map((row) => JSON.parse(row.data) as RecordOf<K>);
}

/** Whose account this is; see `Store.personWith`. */
export function personWith(
  database: Database,
  { platform, tenant, user }: Account,
): RecordOf<'person'> | undefined {
  const query = prepared(database, 'person with', ({ orm }) =>
    orm
      .select({ data: record.data })
      .from(account)
      .innerJoin(record, eq(record.no, account.no))
      .where(
        and(
          eq(account.platform, given('platform')),
          eq(account.tenant, given('tenant')),
          eq(account.user, given('user')),
        ),
      )
      .prepare(),
  );
  const row = query.get({ platform, tenant, user });
  return row && (JSON.parse(row.data) as RecordOf<'person'>);
}

/** Campaigns and actions that are called exactly so; see `Store.named`. */
export function namedRecords(database: Database, { scope, kinds, folded, limit }: NameQuery): AnyRecord[] {
  const query = prepared(database, `named ${scopeShape(scope)}`, ({ orm }) =>
    orm
      .select({ data: record.data })
      .from(name)
      .innerJoin(record, eq(record.no, name.no))
      .where(
        and(
          eq(name.folded, given('folded')),
          sql`${record.kind} IN ${givenList('kinds')}`,
          visible(scope, record),
        ),
      )
      .orderBy(asc(record.id))
      .limit(sql.placeholder('limit'))
      .prepare(),
  );
  const rows = query.all({ ...scopeValues(scope), kinds: JSON.stringify(kinds), folded, limit });
  return rows.map((row) => JSON.parse(row.data) as AnyRecord);
}
