import type { EntryState, FeedFloor, FeedState, SeenFeed } from './feed-state.ts';

/**
 * The rule: changed content raises the entry's sequence by one and moves its stamp to `at`, or to a second
 * after the old stamp if the clock went back; neither is ever below the floor. Gives the stored state itself
 * when nothing changed.
 */
export function reconcileFeed(
  stored: FeedState | undefined,
  seen: SeenFeed,
  at: Temporal.Instant,
  floor: FeedFloor = { sequence: 0 },
): FeedState {
  const entries = new Map(stored?.entries);
  let isChanged = stored?.header !== seen.header;
  const visible = new Set<string>();
  for (const { uid, hash } of seen.entries) {
    const old = entries.get(uid);
    visible.add(uid);
    if (old?.present && old.hash === hash) continue;
    entries.set(uid, nextEntry(old, hash, at, floor));
    isChanged = true;
  }
  for (const [uid, entry] of entries) {
    if (!entry.present || visible.has(uid)) continue;
    entries.set(uid, { ...entry, present: false });
    isChanged = true;
  }
  if (stored && !isChanged) return stored;
  return { header: seen.header, modified: later(at, stored?.modified, floor.modified), entries };
}

function nextEntry(
  old: EntryState | undefined,
  hash: string,
  at: Temporal.Instant,
  floor: FeedFloor,
): EntryState {
  if (old?.hash === hash) return { ...old, present: true };
  const sequence = Math.max(old ? old.sequence + 1 : 0, floor.sequence);
  return { hash, sequence, stamp: later(at, old?.stamp, floor.modified), present: true };
}

/** `at`, or else a second after the latest of the others. */
function later(at: Temporal.Instant, ...others: (string | undefined)[]): string {
  const moments = others.flatMap((text) => (text ? Temporal.Instant.from(text).add({ seconds: 1 }) : []));
  const last = [at, ...moments].reduce((one, other) =>
    Temporal.Instant.compare(one, other) < 0 ? other : one,
  );
  return last.toString({ smallestUnit: 'second', roundingMode: 'floor' });
}
