import type { IncomingMessage, ServerResponse } from 'node:http';
import { hashToken } from '../domain/feed/manage-feed.ts';
import type { FeedServer } from '../feeds/feed-server.ts';
import type { FeedKey } from '../feeds/feed-source.ts';
import type { ServedFeed } from '../feeds/served-feed.ts';
import { acceptsGzip } from './accepts-gzip.ts';
import { headsOf } from './feed-heads.ts';
import { isUnmodified } from './is-unmodified.ts';

/** Answers a request and gives true, or gives false for a path that is no feed's. */
export type FeedHandler = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

const PATH = /^\/feeds\/(?:t\/([A-Za-z0-9_-]{16,200})|([a-z0-9-]{1,40}))\.ics$/;
const RETRY_SECONDS = 300;

const NO_SUCH_FEED = 'Deze agenda bestaat niet (meer).\nThis calendar does not exist (any more).\n';
const NOT_NOW = 'Deze agenda kan nu niet worden gemaakt.\nThis calendar cannot be made just now.\n';
const ONLY_READING = 'Een agenda kan alleen worden gelezen.\nA calendar can only be read.\n';

/**
 * Serves `/feeds/<name>.ics` and `/feeds/t/<token>.ics` to plain node:http. A 200 is always a whole feed:
 * clients empty their calendar on anything else, so failing gives 503, and `onError` gets the reason.
 */
export function feedHandler(feeds: FeedServer, onError: (error: unknown) => void): FeedHandler {
  const failed = (response: ServerResponse, error: unknown) => {
    onError(error);
    refuse(response, 503, NOT_NOW, ['Retry-After', String(RETRY_SECONDS)]);
    return true;
  };
  const respond = (request: IncomingMessage, response: ServerResponse, feed: ServedFeed | undefined) => {
    if (feed) send(request, response, feed);
    else refuse(response, 404, NO_SUCH_FEED);
    return true;
  };
  return (request, response) => {
    const path = pathOf(request.url ?? '');
    if (!path.startsWith('/feeds/') || !path.endsWith('.ics')) return false;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      refuse(response, 405, ONLY_READING, ['Allow', 'GET, HEAD']);
      return true;
    }
    const key = keyOf(path);
    if (!key) return respond(request, response, undefined);
    try {
      const cached = feeds.cached(key);
      if (cached) return respond(request, response, cached);
    } catch (error) {
      return failed(response, error);
    }
    return feeds.load(key).then(
      (feed) => respond(request, response, feed),
      (error) => failed(response, error),
    );
  };
}

function pathOf(url: string): string {
  const query = url.indexOf('?');
  return query === -1 ? url : url.slice(0, query);
}

function keyOf(path: string): FeedKey | undefined {
  const [, token, name] = PATH.exec(path) ?? [];
  if (token) return { type: 'token', hash: hashToken(token) };
  return name ? { type: 'name', name } : undefined;
}

function send(request: IncomingMessage, response: ServerResponse, feed: ServedFeed): void {
  const { headers, method } = request;
  const isGzip = acceptsGzip(headers['accept-encoding']);
  const { whole, unmodified } = headsOf(feed)[isGzip ? 'gzip' : 'plain'];
  if (isUnmodified(headers, [feed.plain.etag, feed.gzip.etag], feed.modifiedAt)) {
    response.writeHead(304, unmodified).end();
    return;
  }
  response.writeHead(200, whole);
  response.end(method === 'HEAD' ? undefined : feed[isGzip ? 'gzip' : 'plain'].body);
}

function refuse(response: ServerResponse, status: number, text: string, more: string[] = []): void {
  response.writeHead(status, [
    ...['Content-Type', 'text/plain; charset=utf-8', 'Content-Length', String(Buffer.byteLength(text))],
    ...['Cache-Control', 'no-store', 'X-Content-Type-Options', 'nosniff', ...more],
  ]);
  response.end(text);
}
