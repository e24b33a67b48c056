import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { migrationCount } from './migrate.ts';

const OURS: readonly string[] = ['record', 'link', 'entry', 'audit', 'receipt', 'meta'];

/** What is wrong with a database file, as the rest of a sentence that starts with its name; or undefined. */
export function checkDatabaseFile(path: string): string | undefined {
  if (!existsSync(path)) return 'does not exist';
  let sqlite: Sqlite.Database | undefined;
  try {
    sqlite = new Sqlite(path, { readonly: true, fileMustExist: true });
    const tables = sqlite.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
    if (!OURS.every((name) => tables.includes(name))) return 'is not a database of this program';
    if (versionOf(sqlite) > migrationCount())
      return 'is of a newer version of this program: install that one first';
    const whole = sqlite.pragma('integrity_check(1)', { simple: true });
    const broken = sqlite.pragma('foreign_key_check') as unknown[];
    return whole === 'ok' && broken.length === 0 ? undefined : 'is damaged';
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError)) throw error;
    return error.code === 'SQLITE_NOTADB' || error.code.startsWith('SQLITE_CORRUPT')
      ? 'is damaged or is not a database'
      : `cannot be read (${error.message})`;
  } finally {
    sqlite?.close();
  }
}

/** How far a database file's migrations are, and how far they should be; the file must be sound. */
export function migrationsOf(path: string): { applied: number; known: number } {
  const sqlite = new Sqlite(path, { readonly: true, fileMustExist: true });
  try {
    return { applied: versionOf(sqlite), known: migrationCount() };
  } finally {
    sqlite.close();
  }
}

function versionOf(sqlite: Sqlite.Database): number {
  return sqlite.pragma('user_version', { simple: true }) as number;
}
