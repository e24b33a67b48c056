import { type Feed, feed } from '../../src/domain/feed/feed.ts';
import { type FeedState, type FeedStateStore, refuseOutdated } from '../../src/domain/feed/feed-state.ts';
import { reconcileFeed } from '../../src/domain/feed/reconcile-feed.ts';
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

/** Feed states in memory, by the same rules as the store's; `source` stands for the database. */
export function fakeStates(source: Pick<FakeSource, 'revisionNow'>): FeedStateStore {
  const kept = new Map<string, FeedState>();
  return {
    async reconcile(id, seen, now) {
      refuseOutdated(seen, source.revisionNow, now());
      const next = reconcileFeed(kept.get(id), seen, now());
      kept.set(id, next);
      return next;
    },
  };
}

export const namedFeed: Feed = feed.parse({ id: 'feed/alles', name: 'alles', title: 'Alles', filter: {} });
