import Sqlite from 'better-sqlite3';
import { Refusal } from '../core/errors.ts';
import type { Database } from './database.ts';

/**
 * Runs this in one BEGIN IMMEDIATE, all or nothing: nobody else writes meanwhile. A disk that is full, busy or
 * not to be written to, and a reference to nothing, come out as a Refusal.
 */
export function immediately<T>(database: Database, work: () => T): T {
  try {
    return database.orm.transaction(work, { behavior: 'immediate' });
  } catch (error) {
    throw refusalOf(error);
  }
}

function refusalOf(error: unknown): unknown {
  const cause =
    error instanceof Sqlite.SqliteError ? error : error instanceof Error ? error.cause : undefined;
  if (!(cause instanceof Sqlite.SqliteError)) return error;
  if (cause.code === 'SQLITE_FULL') return new Refusal('storage-full');
  if (cause.code.startsWith('SQLITE_BUSY')) return new Refusal('storage-busy');
  if (cause.code.startsWith('SQLITE_READONLY')) return new Refusal('storage-readonly');
  if (cause.code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return new Refusal('reference-missing');
  return error;
}
