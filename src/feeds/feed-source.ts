import type { Feed } from '../domain/feed/feed.ts';
import type { FeedEntry } from './feed-entry.ts';

/** How a subscriber names a feed: by its public name, or by the SHA-256 (hex) of the token in its address. */
export type FeedKey = { type: 'name'; name: string } | { type: 'token'; hash: string };

/** What a feed shows at one moment. */
export interface FeedContent {
  entries: readonly FeedEntry[];
  /** When this will differ without anyone changing a record: an embargo that ends. An ISO instant. */
  changesAt?: string | undefined;
}

/** Where feeds get their content. */
export interface FeedSource {
  /** The database's revision. Asked with every request, so one prepared statement at most. */
  revision(): number;
  /** The feed, or undefined when there is none such or it was revoked. */
  find(key: FeedKey): Promise<Feed | undefined>;
  /** What the feed's person, or for a named feed anyone, may see of it at this moment. */
  content(feed: Feed, at: Temporal.Instant): Promise<FeedContent>;
}
