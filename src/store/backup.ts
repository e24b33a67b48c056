import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { SetupError } from '../core/errors.ts';
import { checkDatabaseFile } from './check-file.ts';
import { type Database, openDatabase } from './database.ts';
import { raiseFeedFloor, servedFrom } from './feed-floor.ts';

/** Writes a whole copy of the open database to a new file, while others go on using it. */
export async function backupTo({ sqlite }: Database, file: string): Promise<void> {
  if (existsSync(file))
    throw new SetupError(`${file} is there already. Give another name, or remove it first.`);
  const partial = `${file}.partial`;
  try {
    await sqlite.backup(partial);
    // It holds what only partners may see, and people's addresses.
    chmodSync(partial, 0o600);
    renameSync(partial, file);
  } catch (error) {
    removeDatabase(partial);
    throw new SetupError(`The backup could not be written to ${file}: ${reasonOf(error)}.`);
  }
}

/**
 * Puts a backup in the place of the database, after checking that it is ours and whole. The old database
 * stays beside it; gives its new name, or undefined when there was none. `at` is the present moment.
 */
export function restoreFrom(
  file: string,
  path: string,
  { simulated, at }: { simulated: boolean; at: Temporal.Instant },
): string | undefined {
  if (!existsSync(file)) throw new SetupError(`${file} does not exist. Give the name of a backup.`);
  const fresh = `${path}.restoring`;
  try {
    removeDatabase(fresh);
    copyFileSync(file, fresh);
    const problem = checkDatabaseFile(fresh);
    if (problem) throw new SetupError(`${file} ${problem}. Nothing was changed.`);
    const database = openDatabase({ path: fresh, simulated });
    raiseFeedFloor(database.sqlite, servedFrom(path, at));
    database.close();
    settle(fresh);
    const kept = setAside(path);
    renameSync(fresh, path);
    return kept;
  } catch (error) {
    removeDatabase(fresh);
    if (error instanceof SetupError) throw error;
    throw new SetupError(`${file} could not be put in place: ${reasonOf(error)}. Nothing was changed.`);
  }
}

/** Moves the present database out of the way, under a name that is not taken. */
function setAside(path: string): string | undefined {
  if (!existsSync(path)) {
    removeDatabase(path);
    return undefined;
  }
  settle(path);
  let kept = `${path}.before-restore`;
  for (let number = 2; existsSync(kept); number++) kept = `${path}.before-restore-${number}`;
  renameSync(path, kept);
  // A damaged database may leave these behind; under the new one they would be taken for its own.
  for (const tail of ['-wal', '-shm']) if (existsSync(path + tail)) renameSync(path + tail, kept + tail);
  return kept;
}

/** Writes what still stands in the log beside a database into it; only works when nobody else has it open. */
function settle(path: string): void {
  let sqlite: Sqlite.Database | undefined;
  try {
    sqlite = new Sqlite(path, { fileMustExist: true, timeout: 1_000 });
    sqlite.pragma('journal_mode = DELETE');
  } catch (error) {
    const code = error instanceof Sqlite.SqliteError ? error.code : '';
    if (code.startsWith('SQLITE_BUSY'))
      throw new SetupError(
        `${path} is in use. Stop the program first, then restore again. Nothing was changed.`,
      );
    // A damaged database is just what a restore is for: it is set aside as it is.
    if (code !== 'SQLITE_NOTADB' && !code.startsWith('SQLITE_CORRUPT')) throw error;
  } finally {
    sqlite?.close();
  }
}

function removeDatabase(path: string): void {
  for (const tail of ['', '-wal', '-shm', '-journal']) rmSync(path + tail, { force: true });
}

function reasonOf(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return 'the disk is full';
  if (code === 'EACCES' || code === 'EROFS' || code === 'SQLITE_READONLY')
    return 'it may not be written there';
  if (code === 'ENOENT' || code === 'SQLITE_CANTOPEN') return 'the folder does not exist';
  const text = error instanceof Error ? error.message : String(error);
  return text.includes('directory does not exist') ? 'the folder does not exist' : text;
}
