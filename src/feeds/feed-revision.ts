import { createHash } from 'node:crypto';
import type { Feed } from '../domain/feed/feed.ts';
import type { FeedStateStore } from '../domain/feed/feed-state.ts';
import type { RevisedEntry } from './build-feed.ts';
import type { FeedEntry } from './feed-entry.ts';
import type { FeedContent } from './feed-source.ts';

/** Raise this when events are written in another way: subscribers then see every entry as changed. */
const FORMAT = 1;

export interface RevisedFeed {
  entries: RevisedEntry[];
  /** ISO instant; only moves forward, also when an entry disappears. */
  lastModified: string;
}

/** A feed's content, with the database's revision before it was read and the salt it is served with. */
export interface ReadFeed extends FeedContent {
  revision: number;
  salt: string | number;
}

/**
 * Gives each entry the sequence and stamp that follow from what the feed showed before. Another salt moves
 * Last-Modified too: some clients ask by date alone. Rejects with OutdatedFeedError; see FeedStateStore.
 */
export async function reviseFeed(
  states: FeedStateStore,
  feed: Feed,
  { entries, changesAt, revision, salt }: ReadFeed,
  now: () => Temporal.Instant,
): Promise<RevisedFeed> {
  const seen = {
    header: hashOf(FORMAT, String(salt), feed.title, feed.description, feed.locale),
    entries: entries.map((entry) => ({ uid: entry.uid, hash: entryHash(entry) })),
    revision,
    until: changesAt,
  };
  const state = await states.reconcile(feed.id, seen, now);
  return {
    entries: entries.map((entry) => {
      const kept = state.entries.get(entry.uid);
      if (!kept) throw new Error(`the state of ${feed.id} lacks ${entry.uid}`);
      return { ...entry, sequence: kept.sequence, stamp: kept.stamp };
    }),
    lastModified: state.modified,
  };
}

/** A hash of all that a subscriber sees of an entry. */
export function entryHash({ title, description, period, status, categories, ...rest }: FeedEntry): string {
  const { start, end, startTime, endTime, zone } = period;
  const { url, location, created } = rest;
  const when = [start, end, startTime, endTime, zone];
  return hashOf(FORMAT, title, description, when, status, categories, url, location, created);
}

function hashOf(...parts: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}
