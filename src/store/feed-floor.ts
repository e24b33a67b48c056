import Sqlite from 'better-sqlite3';
import { inArray } from 'drizzle-orm';
import type { FeedFloor } from '../domain/feed/feed-state.ts';
import { checkDatabaseFile, migrationsOf } from './check-file.ts';
import type { Database } from './database.ts';
import { meta } from './schema.ts';

const SEQUENCE = 'feed-sequence-floor';
const MODIFIED = 'feed-modified-floor';
/** More than an entry is changed between two backups. */
const LEAP = 1000;

/** Where new entries begin; raised by each restore. */
export function feedFloor({ orm }: Database): FeedFloor {
  const rows = orm
    .select()
    .from(meta)
    .where(inArray(meta.key, [SEQUENCE, MODIFIED]))
    .all();
  const values = new Map(rows.map(({ key, value }) => [key, value]));
  return { sequence: Number(values.get(SEQUENCE) ?? 0), modified: values.get(MODIFIED) };
}

/** The highest sequence and the last modification that subscribers can have got from a database. */
interface Served {
  sequence: number;
  /** An ISO instant, to the second; '' when nothing was served. */
  modified: string;
}

/** What subscribers can have got from the database in a file that is about to be replaced. */
export function servedFrom(path: string, at: Temporal.Instant): Served {
  const now = at.toString({ smallestUnit: 'second', roundingMode: 'floor' });
  // Feeds came with the second migration. Where nothing can be read, the clock tells: nobody changes an entry
  // every minute since 1970, and another restore of the same backup comes out higher than this one.
  if (checkDatabaseFile(path) !== undefined || migrationsOf(path).applied < 2)
    return { sequence: Math.floor(at.epochMilliseconds / 60_000), modified: now };
  const sqlite = new Sqlite(path, { readonly: true, fileMustExist: true });
  try {
    const { sequence, modified } = highestServed(sqlite);
    return { sequence, modified: modified > now ? modified : now };
  } finally {
    sqlite.close();
  }
}

function highestServed(sqlite: Sqlite.Database): Served {
  const highest = sqlite.prepare<[string, string], Served>(
    `SELECT
      max((SELECT ifnull(max(sequence), 0) FROM feed_entry_state),
        (SELECT ifnull(max(CAST(value AS INTEGER)), 0) FROM meta WHERE key = ?)) AS sequence,
      max((SELECT ifnull(max(modified), '') FROM feed_state),
        (SELECT ifnull(max(value), '') FROM meta WHERE key = ?)) AS modified`,
  );
  return highest.get(SEQUENCE, MODIFIED) ?? { sequence: 0, modified: '' };
}

/**
 * Lets every feed of this database go on beyond what it and `served` showed: subscribers take only what has
 * a higher SEQUENCE and a later Last-Modified. Blank hashes make each feed and entry count as changed when it
 * is next built, also a feed that has no entries now.
 */
export function raiseFeedFloor(sqlite: Sqlite.Database, served: Served): void {
  const own = highestServed(sqlite);
  const put = sqlite.prepare(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  sqlite.transaction(() => {
    put.run(SEQUENCE, String(Math.max(own.sequence, served.sequence) + LEAP));
    put.run(MODIFIED, [own.modified, served.modified].sort().at(-1));
    sqlite.exec("UPDATE feed_entry_state SET hash = ''; UPDATE feed_state SET header = ''");
  })();
}
