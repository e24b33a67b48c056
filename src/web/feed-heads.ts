import type { Representation, ServedFeed } from '../feeds/served-feed.ts';

/** The headers of an answer, name and value in turn, as node:http writes them fastest. */
interface Heads {
  whole: string[];
  unmodified: string[];
}

const known = new WeakMap<ServedFeed, Record<'plain' | 'gzip', Heads>>();

/** The headers of a feed's answers in both encodings, put together once for each version of the feed. */
export function headsOf(feed: ServedFeed): Record<'plain' | 'gzip', Heads> {
  let heads = known.get(feed);
  if (!heads) {
    heads = { plain: write(feed, feed.plain), gzip: write(feed, feed.gzip, ['Content-Encoding', 'gzip']) };
    known.set(feed, heads);
  }
  return heads;
}

function write(feed: ServedFeed, { body, etag }: Representation, encoding: string[] = []): Heads {
  const unmodified = [
    ...['ETag', etag, 'Last-Modified', new Date(feed.modifiedAt).toUTCString(), 'Vary', 'Accept-Encoding'],
    ...['Cache-Control', feed.isPersonal ? 'private, no-cache' : 'public, max-age=300'],
    ...['X-Content-Type-Options', 'nosniff', ...(feed.isPersonal ? ['X-Robots-Tag', 'noindex'] : [])],
  ];
  const whole = [
    ...['Content-Type', 'text/calendar; charset=utf-8', 'Content-Length', String(body.length)],
    ...['Content-Disposition', `inline; filename="${feed.filename}"`],
    ...encoding,
    ...unmodified,
  ];
  return { whole, unmodified };
}
