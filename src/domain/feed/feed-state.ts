/** What a feed shows now: a hash of each entry's content, and one of the feed's own title and description. */
export interface SeenFeed {
  header: string;
  entries: readonly { uid: string; hash: string }[];
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

/** Remembers per feed what subscribers were last shown (DESIGN decision 9). */
export interface FeedStateStore {
  /** Takes in what the feed shows now and gives the resulting state. Writes nothing when nothing changed. */
  reconcile(feed: string, seen: SeenFeed, at: Temporal.Instant): Promise<FeedState>;
}

/**
 * The rule: changed content raises the entry's sequence by one and moves its stamp to `at`, or to a second
 * after the old stamp if the clock went back. Gives the stored state itself when nothing changed.
 */
export function reconcileFeed(
  stored: FeedState | undefined,
  seen: SeenFeed,
  at: Temporal.Instant,
): FeedState {
  const entries = new Map(stored?.entries);
  let isChanged = stored?.header !== seen.header;
  const visible = new Set<string>();
  for (const { uid, hash } of seen.entries) {
    const old = entries.get(uid);
    visible.add(uid);
    if (old?.present && old.hash === hash) continue;
    entries.set(uid, nextEntry(old, hash, at));
    isChanged = true;
  }
  for (const [uid, entry] of entries) {
    if (!entry.present || visible.has(uid)) continue;
    entries.set(uid, { ...entry, present: false });
    isChanged = true;
  }
  if (stored && !isChanged) return stored;
  return { header: seen.header, modified: later(stored?.modified, at), entries };
}

function nextEntry(old: EntryState | undefined, hash: string, at: Temporal.Instant): EntryState {
  if (old?.hash === hash) return { ...old, present: true };
  const sequence = old ? old.sequence + 1 : 0;
  return { hash, sequence, stamp: later(old?.stamp, at), present: true };
}

function later(old: string | undefined, at: Temporal.Instant): string {
  const next = old === undefined ? undefined : Temporal.Instant.from(old).add({ seconds: 1 });
  const moment = next && Temporal.Instant.compare(next, at) > 0 ? next : at;
  return moment.toString({ smallestUnit: 'second', roundingMode: 'floor' });
}
