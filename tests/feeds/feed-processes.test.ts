import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { feed } from '../../src/domain/feed/feed.ts';
import type { AnyRecord } from '../../src/domain/records.ts';
import { feedServer } from '../../src/feeds/feed-server.ts';
import type { FeedKey } from '../../src/feeds/feed-source.ts';
import type { ServedFeed } from '../../src/feeds/served-feed.ts';
import { feedStateStore } from '../../src/store/feed-state.ts';
import { openStore } from '../../src/store/open-store.ts';
import { revisionReader } from '../../src/store/revision-reader.ts';
import { feedContent } from '../../src/web/feed-content.ts';
import { sampleCampaign } from '../support/samples.ts';
import { NOW, put } from '../support/test-store.ts';

const key: FeedKey = { type: 'name', name: 'alles' };
let path: string;
let now: Temporal.Instant;

/** What one process has: its own connection, revision reader, memory and pauses. */
function openProcess() {
  const { store, database } = openStore({ path });
  const revision = revisionReader(database);
  const read = feedContent({ store, revision, now: () => now, publicUrl: 'https://example.org' });
  const slow = { pause: async (): Promise<void> => undefined };
  const source: typeof read = {
    ...read,
    async content(given, at) {
      const content = await read.content(given, at);
      await slow.pause();
      return content;
    },
  };
  const clock = { now: () => now, monotonic: () => 0 };
  return { store, slow, feeds: feedServer({ source, states: feedStateStore(database), clock }) };
}

function eventOf(served: ServedFeed | undefined): { summary: string; sequence: number } {
  const text = served?.plain.body.toString() ?? '';
  const value = (name: string) => new RegExp(`^${name}:(.*)\r$`, 'm').exec(text)?.[1] ?? '';
  return { summary: value('SUMMARY'), sequence: Number(value('SEQUENCE')) };
}

const titled = (title: string): Campaign => sampleCampaign('x', { title, dateState: 'confirmed' });

beforeEach(async () => {
  path = join(mkdtempSync(join(tmpdir(), 'campagneregie-')), 'test.db');
  now = NOW;
  const alles = feed.parse({ id: 'feed/alles', name: 'alles', title: 'Alles', filter: {} });
  const { store } = openStore({ path });
  await put(store, alles as AnyRecord, titled('Eerst'));
});

test('a slow process does not bring the old text back over what another shows since', async () => {
  const [slow, quick] = [openProcess(), openProcess()];
  await slow.feeds.load(key);
  await put(quick.store, titled('Tussendoor'));
  let shown: ServedFeed | undefined;
  slow.slow.pause = async () => {
    slow.slow.pause = async () => undefined;
    now = now.add({ minutes: 1 });
    await put(quick.store, titled('Nieuw'));
    shown = await quick.feeds.load(key);
  };
  const late = await slow.feeds.load(key);
  expect(eventOf(shown)).toEqual({ summary: 'Nieuw', sequence: 1 });
  expect(late).toEqual(shown);
  expect(slow.feeds.cached(key)).toEqual(quick.feeds.cached(key));
});

test('what is read half before and half after a change is read again, and both processes agree', async () => {
  const [one, other] = [openProcess(), openProcess()];
  one.slow.pause = async () => {
    one.slow.pause = async () => undefined;
    await put(one.store, titled('Nieuw'));
  };
  const [first, second] = [await one.feeds.load(key), await other.feeds.load(key)];
  expect(eventOf(first)).toEqual({ summary: 'Nieuw', sequence: 0 });
  expect(first).toEqual(second);
});

test('a process that has read the revision in this turn of the event loop sees the newer one all the same', async () => {
  const [one, other] = [openProcess(), openProcess()];
  await one.feeds.load(key);
  one.feeds.cached(key);
  await put(other.store, titled('Nieuw'));
  expect(eventOf(await one.feeds.load(key)).summary).toBe('Nieuw');
});
