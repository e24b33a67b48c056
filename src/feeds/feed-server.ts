import type { Clock } from '../core/clock.ts';
import type { FeedStateStore } from '../domain/feed/feed-state.ts';
import { buildFeed } from './build-feed.ts';
import { reviseFeed } from './feed-revision.ts';
import type { FeedKey, FeedSource } from './feed-source.ts';
import { type ServedFeed, servedFeed } from './served-feed.ts';

/** Gives feeds from memory as long as the database's revision stands, and builds them anew when it moved. */
export interface FeedServer {
  /** The feed from memory, or undefined when it must be loaded. Costs a look-up and one revision read. */
  cached(key: FeedKey): ServedFeed | undefined;
  /** Finds and builds the feed; undefined when there is none. Rejects when it cannot be built whole. */
  load(key: FeedKey): Promise<ServedFeed | undefined>;
}

export interface FeedServerOptions {
  source: FeedSource;
  states: FeedStateStore;
  clock: Clock;
  /** Mixed into every entity tag; see ServingOptions. */
  salt?: string | number;
  /** How many feeds stay in memory; the longest unbuilt one goes first. */
  capacity?: number;
}

interface Kept {
  feed: ServedFeed;
  revision: number;
  /** Milliseconds since 1970 after which the content differs by itself. */
  changesAt: number;
}

/** Makes the server of feeds over a source. Two requests for the same feed at one revision build it once. */
export function feedServer(options: FeedServerOptions): FeedServer {
  const { source, clock, capacity = 500 } = options;
  const kept = new Map<string, Kept>();
  const loading = new Map<string, Promise<ServedFeed | undefined>>();

  const keep = (address: string, found: Kept | undefined) => {
    kept.delete(address);
    if (!found) return undefined;
    kept.set(address, found);
    const oldest = kept.keys().next().value;
    if (kept.size > capacity && oldest !== undefined) kept.delete(oldest);
    return found.feed;
  };

  return {
    cached(key) {
      const found = kept.get(addressOf(key));
      if (!found || found.revision !== source.revision()) return undefined;
      const isOver = found.changesAt !== Infinity && found.changesAt <= clock.now().epochMilliseconds;
      return isOver ? undefined : found.feed;
    },
    async load(key) {
      const address = addressOf(key);
      // Read before the content: if that changes meanwhile, the next request builds again.
      const revision = source.revision();
      const turn = `${revision} ${address}`;
      const under = loading.get(turn) ?? build(options, key, revision).then((found) => keep(address, found));
      loading.set(turn, under);
      return under.finally(() => loading.delete(turn));
    },
  };
}

async function build(
  { source, states, clock, salt = 0 }: FeedServerOptions,
  key: FeedKey,
  revision: number,
): Promise<Kept | undefined> {
  const feed = await source.find(key);
  if (!feed || feed.revokedAt) return undefined;
  const at = clock.now();
  const { entries, changesAt } = await source.content(feed, at);
  const { title, description, locale } = feed;
  const revised = await reviseFeed(states, feed, entries, at);
  const text = buildFeed({ title, description, locale, entries: revised.entries });
  const served = servedFeed(text, {
    salt,
    lastModified: revised.lastModified,
    isPersonal: key.type === 'token',
    filename: `${feed.name ?? 'campagneregie'}.ics`,
  });
  const until = changesAt === undefined ? Infinity : Temporal.Instant.from(changesAt).epochMilliseconds;
  return { feed: served, revision, changesAt: until };
}

function addressOf(key: FeedKey): string {
  return key.type === 'name' ? `name ${key.name}` : `token ${key.hash}`;
}
