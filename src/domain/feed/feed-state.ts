/** What a feed shows now, and of which moment of the database that is. */
export interface SeenFeed {
  /** A hash of what is not of one entry: the feed's title and description, and how it is served. */
  header: string;
  /** A hash of each entry's content. */
  entries: readonly { uid: string; hash: string }[];
  /** The database's revision before any of it was read. */
  revision: number;
  /** When it changes without a new revision: an embargo that ends. An ISO instant. */
  until?: string | undefined;
}

/** What is remembered of one entry of one feed. `stamp` is an ISO instant, to the second. */
export interface EntryState {
  hash: string;
  sequence: number;
  stamp: string;
  /** False once the entry left the feed; it is remembered so that its sequence never falls. */
  present: boolean;
}

export interface FeedState {
  header: string;
  /** When anything last changed, a deletion too; it only moves forward. An ISO instant, to the second. */
  modified: string;
  entries: ReadonlyMap<string, EntryState>;
}

/** Where whatever is new begins: after a restore, beyond all that the lost database may have served. */
export interface FeedFloor {
  sequence: number;
  /** An ISO instant, to the second; stamps and modifications come after it. */
  modified?: string | undefined;
}

/** Remembers per feed what subscribers were last shown (DESIGN decision 9). */
export interface FeedStateStore {
  /**
   * Takes in what the feed shows now and gives the resulting state. Writes nothing when nothing changed.
   * Rejects with OutdatedFeedError when the database has moved on since `seen` was read.
   */
  reconcile(feed: string, seen: SeenFeed, now: () => Temporal.Instant): Promise<FeedState>;
}

/** The feed was read from a database that has changed since: taking it in would undo the newer text. */
export class OutdatedFeedError extends Error {
  override readonly name = 'OutdatedFeedError';
}

/** Throws unless `seen` is what a database at this revision shows at this moment. */
export function refuseOutdated(seen: SeenFeed, revision: number, at: Temporal.Instant): void {
  const isOver =
    seen.until !== undefined && Temporal.Instant.compare(Temporal.Instant.from(seen.until), at) <= 0;
  if (revision !== seen.revision || isOver)
    throw new OutdatedFeedError(`read at revision ${seen.revision}, the database is at ${revision}`);
}
