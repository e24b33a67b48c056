import { eq } from 'drizzle-orm';
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import {
  type EntryState,
  type FeedState,
  type FeedStateStore,
  refuseOutdated,
  type SeenFeed,
} from '../domain/feed/feed-state.ts';
import { reconcileFeed } from '../domain/feed/reconcile-feed.ts';
import { revisionOf } from './change.ts';
import type { Database } from './database.ts';
import { feedFloor } from './feed-floor.ts';

export const feedState = sqliteTable('feed_state', {
  feed: text().primaryKey(),
  header: text().notNull(),
  modified: text().notNull(),
});

export const feedEntryState = sqliteTable(
  'feed_entry_state',
  {
    feed: text().notNull(),
    uid: text().notNull(),
    hash: text().notNull(),
    sequence: integer().notNull(),
    stamp: text().notNull(),
    present: integer({ mode: 'boolean' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.feed, table.uid] })],
);

/** Keeps what feeds last showed in the database, outside its revision: showing a feed is no change. */
export function feedStateStore(database: Database): FeedStateStore {
  return {
    async reconcile(feed, seen, now) {
      // A feed is mostly rebuilt without having changed; only then is there no need for the write lock.
      const found = database.orm.transaction(() => takeIn(database, feed, seen, now()));
      if (found.next === found.stored) return found.next;
      return database.orm.transaction(
        () => {
          const { stored, next } = takeIn(database, feed, seen, now());
          if (next !== stored) writeState(database, feed, stored, next);
          return next;
        },
        { behavior: 'immediate' },
      );
    },
  };
}

/** Within a transaction, so that the revision and the state are of one moment, whoever else is writing. */
function takeIn(database: Database, feed: string, seen: SeenFeed, at: Temporal.Instant) {
  refuseOutdated(seen, revisionOf(database), at);
  const stored = readState(database, feed);
  return { stored, next: reconcileFeed(stored, seen, at, feedFloor(database)) };
}

function readState({ orm }: Database, feed: string): FeedState | undefined {
  const row = orm.select().from(feedState).where(eq(feedState.feed, feed)).get();
  if (!row) return undefined;
  const rows = orm.select().from(feedEntryState).where(eq(feedEntryState.feed, feed)).all();
  const entries = rows.map(({ uid, hash, sequence, stamp, present }): [string, EntryState] => [
    uid,
    { hash, sequence, stamp, present },
  ]);
  return { header: row.header, modified: row.modified, entries: new Map(entries) };
}

function writeState({ orm }: Database, feed: string, old: FeedState | undefined, next: FeedState): void {
  const { header, modified } = next;
  orm
    .insert(feedState)
    .values({ feed, header, modified })
    .onConflictDoUpdate({ target: feedState.feed, set: { header, modified } })
    .run();
  for (const [uid, entry] of next.entries) {
    if (old?.entries.get(uid) === entry) continue;
    orm
      .insert(feedEntryState)
      .values({ feed, uid, ...entry })
      .onConflictDoUpdate({ target: [feedEntryState.feed, feedEntryState.uid], set: entry })
      .run();
  }
}
