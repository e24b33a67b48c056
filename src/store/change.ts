import { isDeepStrictEqual } from 'node:util';
import { eq, lt, sql } from 'drizzle-orm';
import { Refusal, StaleRecordError } from '../core/errors.ts';
import type { Changed, ChangeRequest, Decision } from '../domain/ports.ts';
import { type AnyRecord, schemas } from '../domain/records.ts';
import { kindOf } from '../domain/shared/record.ts';
import { auditedForm } from './audit.ts';
import type { Database } from './database.ts';
import { immediately } from './immediately.ts';
import { writeRecord } from './index-record.ts';
import { givenEach, givenList, prepared } from './prepared.ts';
import { audit, meta, receipt, record as table } from './schema.ts';

const RECEIPT_DAYS = 7;

/** The one way to write: see ChangeRequest in domain/ports.ts. All or nothing, in one BEGIN IMMEDIATE. */
export function change<T>(database: Database, request: ChangeRequest<T>): Changed<T> {
  return immediately(database, () => changeInside(database, request));
}

function changeInside<T>(database: Database, request: ChangeRequest<T>): Changed<T> {
  const key = receiptKey(request);
  const given = key && receiptOf<T>(database, key);
  const current = readMany(database, request.ids);
  const subject = (): number =>
    readMany(database, request.ids.slice(0, 1)).get(request.ids[0] ?? '')?.version ?? 0;
  if (given) {
    if (given.version !== subject()) throw new Refusal('done-before');
    return { result: given.result, revision: revisionOf(database), changed: false };
  }
  // The decision comes first: who may not do this at all is refused, and learns of no newer version.
  const decision = request.decide(current);
  for (const [id, expected] of Object.entries(request.expect ?? {})) {
    const stored = current.get(id)?.version ?? 0;
    if (stored !== expected) throw new StaleRecordError(id, expected, stored);
  }
  const written = writeAll(database, request, decision);
  if (key) keepReceipt(database, key, request.at, { result: decision.result, version: subject() });
  const revision = written > 0 ? raiseRevision(database) : revisionOf(database);
  return { result: decision.result, revision, changed: written > 0 };
}

function writeAll<T>(database: Database, request: ChangeRequest<T>, decision: Decision<T>): number {
  const before = readMany(
    database,
    decision.put.map(({ id }) => id),
  );
  const asked = new Set<string>(request.ids);
  if (new Set(decision.put.map(({ id }) => id)).size < decision.put.length)
    throw new Error(`${request.action} writes a record twice`);
  let written = 0;
  for (const proposed of decision.put) {
    const old = before.get(proposed.id);
    if (old && !asked.has(proposed.id))
      throw new Error(`${proposed.id} exists but was not read for this change`);
    const checked = asStored({ ...proposed, version: old?.version ?? 0 } as AnyRecord);
    if (old && isDeepStrictEqual({ ...checked, origin: old.origin }, old)) continue;
    const next = { ...checked, origin: originOf(request, checked), version: checked.version + 1 };
    writeRecord(database, next);
    writeAudit(database, request, old, next);
    written++;
  }
  return written;
}

/** Whatever a person changes is that person's from then on: no import or rule writes over it. */
function originOf({ actor }: ChangeRequest<unknown>, { origin }: AnyRecord): string {
  return actor.role === 'program' && !actor.person ? origin : 'person';
}

/** The record checked, and as it will be read back: an absent and an undefined field are the same. */
function asStored(record: AnyRecord): AnyRecord {
  return JSON.parse(JSON.stringify(schemas[kindOf(record.id)].parse(record))) as AnyRecord;
}

function writeAudit(
  database: Database,
  request: ChangeRequest<unknown>,
  before: AnyRecord | undefined,
  after: AnyRecord,
) {
  const columns = givenEach(['at', 'person', 'action', 'record', 'before', 'after']);
  prepared(database, 'write audit', ({ orm }) => orm.insert(audit).values(columns).prepare()).run({
    at: request.at.toString(),
    person: request.actor.person ?? null,
    action: request.action,
    record: after.id,
    before: before ? JSON.stringify(auditedForm(before)) : null,
    after: JSON.stringify(auditedForm(after)),
  });
}

/** The stored records of these ids; ids that do not exist are left out. */
export function readMany(database: Database, ids: readonly string[]): Map<string, AnyRecord> {
  if (ids.length === 0) return new Map();
  const query = prepared(database, 'read many', ({ orm }) =>
    orm
      .select({ id: table.id, data: table.data })
      .from(table)
      .where(sql`${table.id} IN ${givenList('ids')}`)
      .prepare(),
  );
  const rows = query.all({ ids: JSON.stringify(ids) });
  return new Map(rows.map(({ id, data }) => [id, JSON.parse(data) as AnyRecord]));
}

/** The database's revision: a whole number that rises with each change, from whichever process. */
export function revisionOf(database: Database): number {
  const query = prepared(database, 'revision', ({ orm }) =>
    orm.select({ value: meta.value }).from(meta).where(eq(meta.key, 'revision')).prepare(),
  );
  return Number(query.get()?.value);
}

function raiseRevision({ orm }: Database): number {
  const raised = orm
    .update(meta)
    .set({ value: sql`CAST(${meta.value} AS INTEGER) + 1` })
    .where(eq(meta.key, 'revision'))
    .returning({ value: meta.value })
    .get();
  return Number(raised?.value);
}

/** A key speaks only for who used it and for what: another's key, or the same on other records, is a new one. */
function receiptKey({ key, actor, action, ids }: ChangeRequest<unknown>): string | undefined {
  return key && [actor.person ?? actor.role, action, ids[0] ?? '', key].join(' ');
}

/** The first answer, and the version in which it left the subject. */
interface Receipt<T> {
  result: T;
  version: number;
}

function receiptOf<T>({ orm }: Database, key: string): Receipt<T> | undefined {
  const row = orm.select({ result: receipt.result }).from(receipt).where(eq(receipt.key, key)).get();
  return row && (JSON.parse(row.result) as Receipt<T>);
}

function keepReceipt({ orm }: Database, key: string, at: Temporal.Instant, given: Receipt<unknown>): void {
  const oldest = at.subtract({ hours: 24 * RECEIPT_DAYS }).toString();
  orm.delete(receipt).where(lt(receipt.at, oldest)).run();
  orm
    .insert(receipt)
    .values({ key, at: at.toString(), result: JSON.stringify(given) })
    .run();
}
