import { join } from 'node:path';
import { isKind, type RecordOf } from '../../src/domain/records.ts';
import type { Kind } from '../../src/domain/shared/record.ts';
import { readCalendarFiles } from '../../src/import/read-calendar-files.ts';

export const CALENDARS = join(import.meta.dirname, '../../calendars');

/** The partnership's own files, demo people included. */
export const calendars = readCalendarFiles(CALENDARS, { demo: true });

export function ofKind<K extends Kind>(kind: K): RecordOf<K>[] {
  return calendars.records.flatMap((record) => (isKind(record, kind) ? [record as RecordOf<K>] : []));
}
