import { type Feed, feed } from '../../src/domain/feed/feed.ts';
import { type FeedState, type FeedStateStore, reconcileFeed } from '../../src/domain/feed/feed-state.ts';
import type { FeedContent, FeedKey, FeedSource } from '../../src/feeds/feed-source.ts';
import { sampleEntry } from './sample-feed.ts';

interface FakeSource extends FeedSource {
  revisionNow: number;
  now: FeedContent;
  failing: Error | undefined;
  /** How often a feed's content was asked for. */
  built: number;
}

/** A source whose content, revision and failures a test sets; it counts what is asked of it. */
export function fakeSource(...feeds: Feed[]): FakeSource {
  const source: FakeSource = {
    revisionNow: 1,
    now: { entries: [sampleEntry()] },
    failing: undefined,
    built: 0,
    revision: () => source.revisionNow,
    async find(key: FeedKey) {
      return feeds.find((each) =>
        key.type === 'name' ? each.name === key.name : each.tokenHash === key.hash,
      );
    },
    async content() {
      source.built++;
      if (source.failing) throw source.failing;
      return source.now;
    },
  };
  return source;
}

/** Feed states in memory, by the same rule as the store's. */
export function fakeStates(): FeedStateStore {
  const kept = new Map<string, FeedState>();
  return {
    async reconcile(id, seen, at) {
      const next = reconcileFeed(kept.get(id), seen, at);
      kept.set(id, next);
      return next;
    },
  };
}

export const namedFeed: Feed = feed.parse({ id: 'feed/alles', name: 'alles', title: 'Alles', filter: {} });
