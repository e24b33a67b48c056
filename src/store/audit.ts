import { asc, eq } from 'drizzle-orm';
import type { AuditRow } from '../domain/ports.ts';
import { type AnyRecord, isKind } from '../domain/records.ts';
import type { Id } from '../domain/shared/record.ts';
import type { Database } from './database.ts';
import { audit } from './schema.ts';

/** What the audit keeps of a record: everything, but no name, address or account of anyone (decision 10). */
export function auditedForm(record: AnyRecord): unknown {
  if (isKind(record, 'contact')) {
    const { name: _name, reach: _reach, ...rest } = record;
    return rest;
  }
  if (!isKind(record, 'person')) return record;
  const { name: _name, email: _email, identities: _identities, ...rest } = record;
  return rest;
}

/** What happened to a record, oldest first. */
export function historyOf({ orm }: Database, id: string): AuditRow[] {
  const rows = orm.select().from(audit).where(eq(audit.record, id)).orderBy(asc(audit.no)).all();
  return rows.map((row) => ({
    at: row.at,
    person: (row.person ?? undefined) as Id<'person'> | undefined,
    action: row.action,
    record: row.record as Id,
    before: row.before === null ? undefined : JSON.parse(row.before),
    after: JSON.parse(row.after),
  }));
}
