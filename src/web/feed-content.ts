import { PROGRAM } from '../domain/access/actor.ts';
import { guardOf } from '../domain/access/guard.ts';
import { canSee, publicScope, type Scope, scopeOf } from '../domain/access/visibility.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import type { CalendarFilter, Feed } from '../domain/feed/feed.ts';
import { actorOf } from '../domain/person/actor-of.ts';
import type { Store } from '../domain/ports.ts';
import type { AnyRecord } from '../domain/records.ts';
import { withParts } from '../domain/taxonomy/with-parts.ts';
import type { FeedContent, FeedKey, FeedSource } from '../feeds/feed-source.ts';
import { entriesFrom } from './feed-entries.ts';

export interface FeedContentOptions {
  store: Store;
  /** The database's revision, cheap enough to ask with every request. */
  revision: () => number;
  now: () => Temporal.Instant;
  publicUrl: string;
}

const PAGE = 5_000;

/** The feeds' content out of the calendar: for a named feed as anyone sees it, else as its person does. */
export function feedContent(options: FeedContentOptions): FeedSource {
  const { store, revision, now } = options;
  let index: { revision: number; feeds: Map<string, Feed> } | undefined;

  // All feeds are read once for each revision, so that guessing addresses costs a look-up and no query.
  const feeds = async (): Promise<Map<string, Feed>> => {
    const current = revision();
    if (index?.revision !== current) {
      const all = await store.list('feed', scopeOf(PROGRAM, now()));
      index = { revision: current, feeds: new Map(all.flatMap(addressesOf)) };
    }
    return index.feeds;
  };

  return {
    revision,
    async find(key) {
      const feed = (await feeds()).get(addressOf(key));
      if (!feed || feed.revokedAt) return undefined;
      return key.type === 'name' || (await readerOf(feed, options)) ? feed : undefined;
    },
    content: (feed, at) => contentOf(feed, at, options),
  };
}

function addressOf(key: FeedKey): string {
  return key.type === 'name' ? `name ${key.name}` : `token ${key.hash}`;
}

function addressesOf(feed: Feed): [string, Feed][] {
  const addresses: [string, Feed][] = [];
  if (feed.name) addresses.push([addressOf({ type: 'name', name: feed.name }), feed]);
  else if (feed.tokenHash) addresses.push([addressOf({ type: 'token', hash: feed.tokenHash }), feed]);
  return addresses;
}

async function readerOf({ person }: Feed, { store, now }: FeedContentOptions) {
  return person && actorOf(store, person, now());
}

async function contentOf(
  feed: Feed,
  at: Temporal.Instant,
  options: FeedContentOptions,
): Promise<FeedContent> {
  const reader = feed.name ? undefined : await readerOf(feed, options);
  if (!feed.name && !reader) throw new Error(`${feed.id} has nobody to read it`);
  const scope = reader ? scopeOf(reader, at) : publicScope(at);
  const { filter } = feed;
  const found: AnyRecord[] = [
    ...(filter.content.includes('campaigns') ? await campaignsFor(options.store, filter, scope) : []),
    ...(filter.content.includes('actions') ? await actionsFor(options.store, filter, scope) : []),
  ];
  const entries = await entriesFrom(
    found.filter((record) => canSee(scope, guardOf(record))),
    feed.locale,
    scope,
    options,
  );
  return { entries, changesAt: firstEmbargo(found, at) };
}

/** An outsider's query also gets what is still embargoed, to know when that will show; see `contentOf`. */
function readingScope(scope: Scope): Scope {
  return scope.partners ? scope : { ...scope, everything: true };
}

async function campaignsFor(store: Store, filter: CalendarFilter, scope: Scope): Promise<Campaign[]> {
  const { content: _content, ...wanted } = filter;
  const audiences = await withParts(store, scope, 'audience', wanted.audiences);
  const forms = await withParts(store, scope, 'form', wanted.forms);
  const query = { scope: readingScope(scope), filter: { ...wanted, audiences, forms }, limit: PAGE };
  const found: Campaign[] = [];
  let after: string | undefined;
  do {
    const page = await store.entries({ ...query, ...(after ? { after } : {}) });
    found.push(...page.campaigns);
    after = page.next;
  } while (after);
  return found;
}

/** Of a filter only the organisations mean something for plan actions: those lead them. */
async function actionsFor(
  store: Store,
  { organisations }: CalendarFilter,
  scope: Scope,
): Promise<AnyRecord[]> {
  const actions = await store.list('action', readingScope(scope));
  const wanted = new Set<unknown>(organisations);
  return organisations.length === 0
    ? actions
    : actions.filter(({ leads }) => leads.some((party) => wanted.has(party)));
}

/** The first moment at which an embargo ends: until then the entries stay as they are. */
function firstEmbargo(records: readonly AnyRecord[], at: Temporal.Instant): string | undefined {
  const [first] = records
    .flatMap(({ embargoUntil }) => embargoUntil ?? [])
    .map((text) => Temporal.Instant.from(text))
    .filter((moment) => Temporal.Instant.compare(moment, at) > 0)
    .sort(Temporal.Instant.compare);
  return first?.toString();
}
