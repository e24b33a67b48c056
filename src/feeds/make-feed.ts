import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../core/clock.ts';
import { type FeedStateStore, OutdatedFeedError } from '../domain/feed/feed-state.ts';
import { buildFeed } from './build-feed.ts';
import { reviseFeed } from './feed-revision.ts';
import type { FeedKey, FeedSource } from './feed-source.ts';
import { type ServedFeed, servedFeed } from './served-feed.ts';

export interface FeedMaker {
  source: FeedSource;
  states: FeedStateStore;
  clock: Clock;
  /** Mixed into every entity tag and the modification; see ServingOptions. */
  salt?: string | number;
}

/** A feed and how long it is good. */
export interface MadeFeed {
  feed: ServedFeed;
  revision: number;
  /** Milliseconds since 1970 after which the content differs by itself. */
  changesAt: number;
}

/** How often a feed is read when the database keeps changing under it; then the request fails. */
const ATTEMPTS = 5;

/**
 * Finds and makes a feed; undefined when there is none. When the database changes while it is read it is read
 * again, a few times: what goes out is always of one revision, so that all processes send the same bytes.
 */
export async function makeFeed(
  options: FeedMaker,
  key: FeedKey,
  first: number,
): Promise<MadeFeed | undefined> {
  let revision = first;
  for (let attempt = 1; ; attempt++) {
    try {
      return await makeAt(options, key, revision);
    } catch (error) {
      if (!(error instanceof OutdatedFeedError) || attempt === ATTEMPTS) throw error;
    }
    // A source may read its revision once in a turn of the event loop; in this one it would stay the old one.
    await nextTurn();
    revision = options.source.revision();
  }
}

async function makeAt(
  { source, states, clock, salt = 0 }: FeedMaker,
  key: FeedKey,
  revision: number,
): Promise<MadeFeed | undefined> {
  const feed = await source.find(key);
  if (!feed || feed.revokedAt) return undefined;
  const { entries, changesAt } = await source.content(feed, clock.now());
  const { title, description, locale } = feed;
  const revised = await reviseFeed(states, feed, { entries, changesAt, revision, salt }, () => clock.now());
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
