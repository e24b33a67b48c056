import { asc, eq } from 'drizzle-orm';
import type { AnyRecord, RecordOf } from '../domain/records.ts';
import type { Kind } from '../domain/shared/record.ts';
import { revisionOf } from './change.ts';
import type { Database } from './database.ts';
import { given, prepared } from './prepared.ts';
import { record } from './schema.ts';

/** The kinds that are few and whose names stand in nearly every answer. Never people or keys to feeds. */
const KNOWN: ReadonlySet<Kind> = new Set([
  ...(['organisation', 'group', 'form', 'audience', 'channel', 'region', 'topic'] as const),
  ...(['series', 'plan', 'practice', 'helppoint', 'guide', 'measure'] as const),
]);

interface Known {
  revision: number;
  kinds: Map<Kind, ReadonlyMap<string, AnyRecord>>;
}

const known = new WeakMap<Database, Known>();

/** Whether `knownRecords` has the records of this kind. */
export function isKnown(kind: Kind): boolean {
  return KNOWN.has(kind);
}

/** Gives all records of a known kind by id, in order of id. */
type KnownRecords = <K extends Kind>(kind: K) => ReadonlyMap<string, RecordOf<K>>;

/**
 * The known records as they are now: read once for each revision of the database, which is asked here and
 * not with each kind. They are frozen, because all who ask get the same ones; who may see which is decided
 * anew for each asker.
 */
export function knownRecords(database: Database): KnownRecords {
  const revision = revisionOf(database);
  let held = known.get(database);
  if (held?.revision !== revision) {
    held = { revision, kinds: new Map() };
    known.set(database, held);
  }
  const { kinds } = held;
  return <K extends Kind>(kind: K) => {
    const records = kinds.get(kind) ?? readAll(database, kind);
    kinds.set(kind, records);
    return records as ReadonlyMap<string, RecordOf<K>>;
  };
}

function readAll(database: Database, kind: Kind): ReadonlyMap<string, AnyRecord> {
  const query = prepared(database, 'known records', ({ orm }) =>
    orm
      .select({ id: record.id, data: record.data })
      .from(record)
      .where(eq(record.kind, given('kind')))
      .orderBy(asc(record.id))
      .prepare(),
  );
  return new Map(query.all({ kind }).map(({ id, data }) => [id, frozen(JSON.parse(data) as AnyRecord)]));
}

function frozen<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) frozen(part);
  return Object.freeze(value);
}
