import type { FeedKey } from './feed-source.ts';
import { type FeedMaker, type MadeFeed, makeFeed } from './make-feed.ts';
import type { ServedFeed } from './served-feed.ts';

/** Gives feeds from memory as long as the database's revision stands, and builds them anew when it moved. */
export interface FeedServer {
  /** The feed from memory, or undefined when it must be loaded. Costs a look-up and one revision read. */
  cached(key: FeedKey): ServedFeed | undefined;
  /** Finds and builds the feed; undefined when there is none. Rejects when it cannot be built whole. */
  load(key: FeedKey): Promise<ServedFeed | undefined>;
}

export interface FeedServerOptions extends FeedMaker {
  /** How many feeds stay in memory; the longest unbuilt one goes first. */
  capacity?: number;
}

/** Makes the server of feeds over a source. Two requests for the same feed at one revision build it once. */
export function feedServer(options: FeedServerOptions): FeedServer {
  const { source, clock, capacity = 500 } = options;
  const kept = new Map<string, MadeFeed>();
  const loading = new Map<string, Promise<ServedFeed | undefined>>();

  const keep = (address: string, found: MadeFeed | undefined) => {
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
      // Read before the content: if that changes meanwhile, it is read again.
      const revision = source.revision();
      const turn = `${revision} ${address}`;
      const under =
        loading.get(turn) ?? makeFeed(options, key, revision).then((found) => keep(address, found));
      loading.set(turn, under);
      return under.finally(() => loading.delete(turn));
    },
  };
}

function addressOf(key: FeedKey): string {
  return key.type === 'name' ? `name ${key.name}` : `token ${key.hash}`;
}
