import Sqlite from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { SetupError } from '../core/errors.ts';
import { migrate } from './migrate.ts';

/** The open database: drizzle for typed queries, `sqlite` for pragmas and the few statements it cannot say. */
export interface Database {
  orm: BetterSQLite3Database;
  sqlite: Sqlite.Database;
  close(): void;
}

export interface DatabaseOptions {
  /** A file's path, or ":memory:". */
  path: string;
  /** True under CLOCK: such a database is never mixed with a real one. */
  simulated?: boolean;
}

/**
 * Opens the database, making and migrating it as needed. A file that is not ours, is damaged, newer than
 * this program or made under another clock gives a SetupError that says what to do; nothing is changed then.
 */
export function openDatabase(options: DatabaseOptions): Database {
  let sqlite: Sqlite.Database | undefined;
  try {
    sqlite = new Sqlite(options.path);
    sqlite.pragma('busy_timeout = 5000');
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma('cache_size = -65536');
    migrate(sqlite);
    checkClock(sqlite, options.simulated ?? false);
  } catch (error) {
    sqlite?.close();
    throw setupProblem(error, options.path);
  }
  const opened = sqlite;
  return { orm: drizzle(opened), sqlite: opened, close: () => opened.close() };
}

function checkClock(sqlite: Sqlite.Database, simulated: boolean): void {
  const wanted = simulated ? 'simulated' : 'real';
  sqlite.prepare("INSERT INTO meta (key, value) VALUES ('clock', ?) ON CONFLICT DO NOTHING").run(wanted);
  const stored = sqlite.prepare("SELECT value FROM meta WHERE key = 'clock'").pluck().get();
  if (stored === wanted) return;
  throw new SetupError(
    simulated
      ? 'This database was made with the real clock. CLOCK needs a database of its own: set DATABASE_PATH to a new file.'
      : 'This database was made under CLOCK. Set CLOCK again, or set DATABASE_PATH to another file.',
  );
}

function setupProblem(error: unknown, path: string): unknown {
  if (!(error instanceof Sqlite.SqliteError)) {
    if (error instanceof TypeError && error.message.includes('directory does not exist'))
      return new SetupError(
        `The folder of DATABASE_PATH (${path}) does not exist. Make it, or choose another path.`,
      );
    return error;
  }
  if (error.code === 'SQLITE_NOTADB' || error.code.startsWith('SQLITE_CORRUPT'))
    return new SetupError(
      `${path} is damaged or is not a database. It was left as it is: restore a backup (campagneregie restore FILE), or set DATABASE_PATH to another file.`,
    );
  if (error.code === 'SQLITE_FULL')
    return new SetupError(`The disk of ${path} is full. Free some space and start again; nothing was lost.`);
  if (error.code.startsWith('SQLITE_CANTOPEN') || error.code.startsWith('SQLITE_READONLY'))
    return new SetupError(
      `${path} cannot be opened for writing. Check the path in DATABASE_PATH and its rights.`,
    );
  if (error.code.startsWith('SQLITE_BUSY'))
    return new SetupError(
      `${path} is kept busy by another program. Wait until that is done, and start again.`,
    );
  return error;
}
