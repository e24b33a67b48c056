import { PROGRAM } from '../domain/access/actor.ts';
import { changedFields } from '../domain/changed-fields.ts';
import type { Decision, Store } from '../domain/ports.ts';
import type { AnyRecord } from '../domain/records.ts';
import type { CalendarFiles } from './read-calendar-files.ts';

/** What an import did. `differences` are records that a person changed: the file's version was not taken. */
export interface ImportReport {
  added: string[];
  updated: string[];
  unchanged: number;
  differences: { id: string; fields: string[] }[];
}

/**
 * Brings the records of the calendar files into the store, in one change. What a person changed is never
 * overwritten, nothing is ever deleted, and importing the same files twice writes nothing.
 */
export async function importRecords(
  store: Store,
  files: CalendarFiles,
  at: Temporal.Instant,
): Promise<ImportReport> {
  const changed = await store.change({
    actor: PROGRAM,
    action: 'import',
    at,
    ids: files.records.map(({ id }) => id),
    decide: (current) => decideImport(files.records, current),
  });
  return changed.result;
}

/** Decides per record what the import does with it; pure. */
export function decideImport(
  records: readonly AnyRecord[],
  current: ReadonlyMap<string, AnyRecord>,
): Decision<ImportReport> {
  const put: AnyRecord[] = [];
  const result: ImportReport = { added: [], updated: [], unchanged: 0, differences: [] };
  for (const record of records) {
    const stored = current.get(record.id);
    const fields = stored ? changedFields(stored, record).map(({ field }) => field) : [];
    if (stored && fields.length === 0) result.unchanged++;
    else if (stored?.origin === 'person') result.differences.push({ id: record.id, fields });
    else {
      put.push(record);
      (stored ? result.updated : result.added).push(record.id);
    }
  }
  return { put, result };
}
