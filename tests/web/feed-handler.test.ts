import { createHash } from 'node:crypto';
import { createServer, request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { feedServer } from '../../src/feeds/feed-server.ts';
import { type FeedHandler, feedHandler } from '../../src/web/feed-handler.ts';
import { fakeSource, fakeStates, namedFeed } from '../feeds/fake-source.ts';
import { lintIcal } from '../feeds/ical-lint.ts';
import { sampleEntry } from '../feeds/sample-feed.ts';

const TOKEN = 'q7Yc1v0Zp3Xk9aTn2bRe5wLs';
const personal = {
  ...namedFeed,
  id: 'feed/mijn' as const,
  name: undefined,
  tokenHash: createHash('sha256').update(TOKEN).digest('hex'),
};
const revoked = {
  ...namedFeed,
  id: 'feed/oud' as const,
  name: undefined,
  tokenHash: createHash('sha256').update(`${TOKEN}-old`).digest('hex'),
  revokedAt: '2026-01-01T00:00:00Z',
};

let http: Server;
let port: number;
let handler: FeedHandler;
let serve: (salt: number) => FeedHandler;
let source: ReturnType<typeof fakeSource>;
let errors: unknown[];
let now: Temporal.Instant;

beforeAll(async () => {
  http = createServer(async (request, response) => {
    if (!(await handler(request, response))) response.writeHead(418).end();
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  port = (http.address() as AddressInfo).port;
});
afterAll(() => new Promise((resolve) => http.close(resolve)));

beforeEach(() => {
  source = fakeSource(namedFeed, personal, revoked);
  errors = [];
  now = Temporal.Instant.from('2026-11-23T09:00:00Z');
  const clock = { now: () => now, monotonic: () => 0 };
  const states = fakeStates(source);
  serve = (salt) => feedHandler(feedServer({ source, states, clock, salt }), (error) => errors.push(error));
  handler = serve(1);
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ port, path, headers, method, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    request.on('error', reject).end();
  });
}

const FEED = '/feeds/alles.ics';

describe('a feed', () => {
  test('is served whole, as a calendar in UTF-8', async () => {
    const { status, headers, body } = await ask(FEED);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'content-length': String(body.length),
      'content-disposition': 'inline; filename="alles.ics"',
      'cache-control': 'public, max-age=300',
      'last-modified': 'Mon, 23 Nov 2026 09:00:00 GMT',
      'x-content-type-options': 'nosniff',
      vary: 'Accept-Encoding',
    });
    expect(lintIcal(body)).toEqual([]);
  });

  test('is the same on the second request, from memory', async () => {
    const first = await ask(FEED);
    const second = await ask(FEED);
    expect(second.body).toEqual(first.body);
    expect(second.headers.etag).toBe(first.headers.etag);
    expect(source.built).toBe(1);
  });

  test('is found with a query behind its path, as some clients add', async () => {
    expect((await ask(`${FEED}?nocache=1`)).status).toBe(200);
  });

  test('has the same headers for HEAD, and no body', async () => {
    const { headers: get } = await ask(FEED);
    const { status, headers, body } = await ask(FEED, {}, 'HEAD');
    expect([status, body.length]).toEqual([200, 0]);
    expect({ ...headers, date: '' }).toEqual({ ...get, date: '' });
  });

  test('with a token is kept by no shared cache and indexed by no search engine', async () => {
    const { status, headers } = await ask(`/feeds/t/${TOKEN}.ics`);
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('private, no-cache');
    expect(headers['x-robots-tag']).toBe('noindex');
    expect(headers['content-disposition']).toBe('inline; filename="campagneregie.ics"');
  });
});

describe('gzip', () => {
  test.each([
    'gzip',
    'gzip, deflate, br',
    'GZIP;q=0.5',
    '*',
    'deflate, x-gzip',
  ])('is sent to "%s"', async (accept) => {
    const { headers, body } = await ask(FEED, { 'accept-encoding': accept });
    expect(headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(body)).toEqual((await ask(FEED)).body);
  });

  test.each([
    '',
    'identity',
    'br',
    'gzip;q=0',
    'gzip;q=0.1, identity',
    'gzipped',
  ])('is not sent to "%s"', async (accept) => {
    const { headers } = await ask(FEED, { 'accept-encoding': accept });
    expect(headers['content-encoding']).toBeUndefined();
  });

  test('has an entity tag of its own', async () => {
    const zipped = await ask(FEED, { 'accept-encoding': 'gzip' });
    expect(zipped.headers.etag).not.toBe((await ask(FEED)).headers.etag);
  });
});

describe('a conditional request', () => {
  test('gets 304 without a body for a matching If-None-Match, of either encoding', async () => {
    const { etag = '' } = (await ask(FEED)).headers;
    const zipped = (await ask(FEED, { 'accept-encoding': 'gzip' })).headers.etag ?? '';
    for (const tag of [etag, zipped, `W/${etag}`, '*', `"other", ${etag}`, `"a,b",W/${zipped}`]) {
      const { status, headers, body } = await ask(FEED, { 'if-none-match': tag });
      expect([tag, status, body.length]).toEqual([tag, 304, 0]);
      expect(headers).toMatchObject({
        etag,
        vary: 'Accept-Encoding',
        'cache-control': 'public, max-age=300',
      });
      expect(headers['content-type']).toBeUndefined();
    }
    expect((await ask(FEED, { 'if-none-match': etag }, 'HEAD')).status).toBe(304);
  });

  test('gets the feed for another If-None-Match, whatever If-Modified-Since says', async () => {
    const since = 'Mon, 23 Nov 2026 09:00:00 GMT';
    const { status } = await ask(FEED, { 'if-none-match': '"other"', 'if-modified-since': since });
    expect(status).toBe(200);
  });

  test.each([
    ['Mon, 23 Nov 2026 09:00:00 GMT', 304],
    ['Tue, 24 Nov 2026 09:00:00 GMT', 304],
    ['Mon, 23 Nov 2026 08:59:59 GMT', 200],
    ['yesterday', 200],
  ])('If-Modified-Since %s gets %i', async (since, expected) => {
    expect((await ask(FEED, { 'if-modified-since': since })).status).toBe(expected);
  });

  test('gets the feed again once an entry disappeared', async () => {
    const { etag = '', 'last-modified': modified = '' } = (await ask(FEED)).headers;
    source.now = { entries: [] };
    source.revisionNow++;
    now = now.add({ hours: 1 });
    expect((await ask(FEED, { 'if-none-match': etag })).status).toBe(200);
    expect((await ask(FEED, { 'if-modified-since': modified })).status).toBe(200);
  });

  test('gets the feed again once the salt was raised, also when it asks by date alone', async () => {
    const { etag = '', 'last-modified': modified = '' } = (await ask(FEED)).headers;
    now = now.add({ hours: 1 });
    handler = serve(2);
    expect((await ask(FEED, { 'if-modified-since': modified })).status).toBe(200);
    expect((await ask(FEED, { 'if-none-match': etag })).status).toBe(200);
    const again = (await ask(FEED)).headers;
    expect((await ask(FEED, { 'if-modified-since': again['last-modified'] ?? '' })).status).toBe(304);
  });

  test('gets 304 when the revision moved and the feed did not', async () => {
    const { etag = '' } = (await ask(FEED)).headers;
    source.revisionNow++;
    expect((await ask(FEED, { 'if-none-match': etag })).status).toBe(304);
  });
});

describe('what is no feed', () => {
  test.each([
    '/feeds/onbekend.ics',
    `/feeds/t/${TOKEN}x.ics`,
    `/feeds/t/${TOKEN}-old.ics`,
    '/feeds/t/kort.ics',
    '/feeds/../feeds/ALLES.ics',
    '/feeds/a/b.ics',
    '/feeds/.ics',
  ])('%s gets 404 as plain text', async (path) => {
    const { status, headers, body } = await ask(path);
    expect([status, headers['content-type']]).toEqual([404, 'text/plain; charset=utf-8']);
    expect(headers['cache-control']).toBe('no-store');
    expect(body.toString()).toContain('does not exist');
  });

  test.each([
    '/',
    '/feeds',
    '/feeds/',
    '/feeds/alles',
    '/campagnes/x.ics',
  ])('%s is left to others', async (path) => {
    expect((await ask(path)).status).toBe(418);
  });

  test.each(['POST', 'PUT', 'DELETE', 'PROPFIND', 'OPTIONS'])('%s gets 405', async (method) => {
    const { status, headers } = await ask(FEED, {}, method);
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });
});

describe('a feed that cannot be made', () => {
  const doubled = { entries: [sampleEntry(), sampleEntry()] };

  test.each<[string, () => void]>([
    ['the content fails', () => Object.assign(source, { failing: new Error('database is locked') })],
    ['the feed would be wrong', () => Object.assign(source, { now: doubled })],
    [
      'the revision cannot be read',
      () =>
        Object.assign(source, {
          revision: () => {
            throw new Error('disk I/O error');
          },
        }),
    ],
  ])('gets 503 with Retry-After when %s, and the reason is passed on', async (_, fail) => {
    fail();
    const { status, headers, body } = await ask(FEED, { 'if-none-match': '*' });
    expect(status).toBe(503);
    expect(headers).toMatchObject({ 'retry-after': '300', 'content-type': 'text/plain; charset=utf-8' });
    expect(body.toString()).not.toContain('BEGIN:VCALENDAR');
    expect(errors).toHaveLength(1);
  });

  test('gets 503 when the calendar never stands still while it is made', async () => {
    const { content } = source;
    source.content = async (...given) => {
      source.revisionNow++;
      return content(...given);
    };
    expect((await ask(FEED)).status).toBe(503);
    expect(source.built).toBe(5);
    source.content = content;
    expect((await ask(FEED)).status).toBe(200);
  });

  test('is not answered from an older version, which may hold what is now hidden', async () => {
    await ask(FEED);
    source.revisionNow++;
    source.failing = new Error('database is locked');
    expect((await ask(FEED)).status).toBe(503);
    source.failing = undefined;
    expect((await ask(FEED)).status).toBe(200);
  });
});
