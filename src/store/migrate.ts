import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type Sqlite from 'better-sqlite3';
import { SetupError } from '../core/errors.ts';

const FOLDER = new URL('../../migrations/', import.meta.url);

/** Brings the database up to the newest file of migrations/, each file in a transaction of its own. */
export function migrate(sqlite: Sqlite.Database): void {
  const files = migrationFiles();
  const version = sqlite.pragma('user_version', { simple: true }) as number;
  if (version > files.length)
    throw new SetupError(
      `This database is newer (version ${version}) than this program knows (version ${files.length}). Install the newer program, or set DATABASE_PATH to another file.`,
    );
  if (version === 0) refuseForeignTables(sqlite);
  for (const [index, name] of files.entries()) {
    if (index < version) continue;
    const sql = readFileSync(new URL(name, FOLDER), 'utf8');
    sqlite
      .transaction(() => {
        // Another process may have migrated while this one waited for the lock.
        if ((sqlite.pragma('user_version', { simple: true }) as number) > index) return;
        sqlite.exec(sql);
        sqlite.pragma(`user_version = ${index + 1}`);
      })
      .immediate();
  }
}

/** How many migrations this program knows: the version of a database that is up to date. */
export function migrationCount(): number {
  return migrationFiles().length;
}

function migrationFiles(): string[] {
  return readdirSync(fileURLToPath(FOLDER))
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort();
}

function refuseForeignTables(sqlite: Sqlite.Database): void {
  const tables = sqlite
    .prepare("SELECT count(*) FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
    .pluck()
    .get();
  const version = sqlite.pragma('user_version', { simple: true });
  if (version === 0 && tables !== 0)
    throw new SetupError(
      'DATABASE_PATH names a database of another program. Set it to a new or an own file.',
    );
}
