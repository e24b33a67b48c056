import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import type { FeedStateStore } from '../../src/domain/feed/feed-state.ts';
import { type FeedServer, feedServer } from '../../src/feeds/feed-server.ts';
import type { FeedKey } from '../../src/feeds/feed-source.ts';
import { fakeSource, fakeStates, namedFeed } from './fake-source.ts';
import { lintIcal } from './ical-lint.ts';
import { sampleEntry } from './sample-feed.ts';

const key: FeedKey = { type: 'name', name: 'alles' };
let source: ReturnType<typeof fakeSource>;
let now: Temporal.Instant;
let server: FeedServer;
let states: FeedStateStore;

function serve(salt?: number): FeedServer {
  const clock = { now: () => now, monotonic: () => 0 };
  return feedServer({ source, states, clock, ...(salt !== undefined && { salt }) });
}

beforeEach(() => {
  source = fakeSource(namedFeed, {
    ...namedFeed,
    id: 'feed/weg',
    name: 'weg',
    revokedAt: '2026-01-01T00:00Z',
  });
  now = Temporal.Instant.from('2026-11-23T09:00:00Z');
  states = fakeStates(source);
  server = serve();
});

describe('a feed in memory', () => {
  test('is there once it was loaded, while the revision stands', async () => {
    expect(server.cached(key)).toBeUndefined();
    const loaded = await server.load(key);
    expect(server.cached(key)).toBe(loaded);
    source.revisionNow++;
    expect(server.cached(key)).toBeUndefined();
  });

  test('is built anew once the moment comes at which an embargo ends', async () => {
    source.now = { ...source.now, changesAt: '2026-11-23T10:00:00Z' };
    await server.load(key);
    expect(server.cached(key)).toBeDefined();
    now = Temporal.Instant.from('2026-11-23T10:00:00Z');
    expect(server.cached(key)).toBeUndefined();
  });

  test('is the same, entity tag and all, when the revision moved but its content did not', async () => {
    const first = await server.load(key);
    source.revisionNow++;
    now = now.add({ hours: 1 });
    expect(await server.load(key)).toEqual(first);
  });

  test('gets another entity tag and a later modification when its content changes', async () => {
    const first = await server.load(key);
    source.revisionNow++;
    source.now = { entries: [] };
    const second = await server.load(key);
    expect(second?.plain.etag).not.toBe(first?.plain.etag);
    expect(second?.modifiedAt).toBeGreaterThan(first?.modifiedAt ?? 0);
  });

  test('is built once for two requests at the same time', async () => {
    const [one, other] = await Promise.all([server.load(key), server.load(key)]);
    expect(source.built).toBe(1);
    expect(one).toBe(other);
  });

  test('is not the old one for a request that comes after a change', async () => {
    const before = server.load(key);
    source.revisionNow++;
    source.now = { entries: [sampleEntry({ title: 'Nieuw' })] };
    const after = await server.load(key);
    await before;
    expect(after?.plain.body.toString()).toContain('SUMMARY:Nieuw');
  });

  test('gives way to newer ones when there are too many', async () => {
    const names = ['een', 'twee', 'drie'];
    source = fakeSource(...names.map((name) => ({ ...namedFeed, id: `feed/${name}` as const, name })));
    const clock = { now: () => now, monotonic: () => 0 };
    const small = feedServer({ source, states: fakeStates(source), clock, capacity: 2 });
    for (const name of names) await small.load({ type: 'name', name });
    expect(names.map((name) => Boolean(small.cached({ type: 'name', name })))).toEqual([false, true, true]);
  });
});

test('a feed that is unknown or was revoked is not there', async () => {
  expect(await server.load({ type: 'name', name: 'onbekend' })).toBeUndefined();
  expect(await server.load({ type: 'name', name: 'weg' })).toBeUndefined();
  expect(await server.load({ type: 'token', hash: 'a'.repeat(64) })).toBeUndefined();
});

test('a failure is passed on and not remembered', async () => {
  source.failing = new Error('the disk is gone');
  await expect(server.load(key)).rejects.toThrow('the disk is gone');
  source.failing = undefined;
  expect(await server.load(key)).toBeDefined();
});

test('both encodings hold the same whole feed, under entity tags of their own', async () => {
  const feed = await server.load(key);
  expect(lintIcal(feed?.plain.body ?? Buffer.of())).toEqual([]);
  expect(gunzipSync(feed?.gzip.body ?? '')).toEqual(feed?.plain.body);
  expect(feed?.gzip.etag).not.toBe(feed?.plain.etag);
});

test('another salt gives the same feed another entity tag and a later modification', async () => {
  const plain = await server.load(key);
  const salted = await serve(1).load(key);
  expect(salted?.modifiedAt).toBeGreaterThan(plain?.modifiedAt ?? Infinity);
  expect(salted?.plain.body).toEqual(plain?.plain.body);
  expect(salted?.plain.etag).not.toBe(plain?.plain.etag);
});
