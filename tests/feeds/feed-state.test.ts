import { getTableConfig } from 'drizzle-orm/sqlite-core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Feed, feed } from '../../src/domain/feed/feed.ts';
import { type FeedState, type FeedStateStore, OutdatedFeedError } from '../../src/domain/feed/feed-state.ts';
import { reconcileFeed } from '../../src/domain/feed/reconcile-feed.ts';
import { entryHash, type ReadFeed, reviseFeed } from '../../src/feeds/feed-revision.ts';
import { openDatabase } from '../../src/store/database.ts';
import { feedEntryState, feedState, feedStateStore } from '../../src/store/feed-state.ts';
import { sampleEntry } from './sample-feed.ts';

const at = Temporal.Instant.from('2026-11-23T09:00:00.700Z');
const later = at.add({ hours: 1 });
const everything = feed.parse({ id: 'feed/alles', name: 'alles', title: 'Alles', filter: {} });

function opened() {
  const database = openDatabase({ path: ':memory:' });
  return { database, states: feedStateStore(database) };
}

/** Takes in what a feed shows, read from a database that nobody changed yet. */
function revise(
  states: FeedStateStore,
  given: Feed,
  entries: ReadFeed['entries'],
  moment: Temporal.Instant,
  more: Partial<ReadFeed> = {},
) {
  return reviseFeed(states, given, { entries, revision: 0, salt: 1, ...more }, () => moment);
}

describe('the revision of a feed entry', () => {
  test('begins at sequence 0, stamped to the second', async () => {
    const { states } = opened();
    const revised = await revise(states, everything, [sampleEntry()], at);
    expect(revised.entries[0]).toMatchObject({ sequence: 0, stamp: '2026-11-23T09:00:00Z' });
    expect(revised.lastModified).toBe('2026-11-23T09:00:00Z');
  });

  test('stays while nothing that a subscriber sees changes, and nothing is written', async () => {
    const { database, states } = opened();
    const first = await revise(states, everything, [sampleEntry()], at);
    const written = database.sqlite.prepare('SELECT total_changes()').pluck();
    const before = written.get();
    expect(await revise(states, everything, [sampleEntry()], later)).toEqual(first);
    expect(written.get()).toBe(before);
  });

  test('rises with each change, and again when the change is taken back', async () => {
    const { states } = opened();
    await revise(states, everything, [sampleEntry()], at);
    const changed = await revise(states, everything, [sampleEntry({ title: 'Anders' })], later);
    expect(changed.entries[0]).toMatchObject({ sequence: 1, stamp: '2026-11-23T10:00:00Z' });
    const back = await revise(states, everything, [sampleEntry()], later);
    expect(back.entries[0]).toMatchObject({ sequence: 2, stamp: '2026-11-23T10:00:01Z' });
    expect(back.lastModified).toBe('2026-11-23T10:00:01Z');
  });

  test('leaves the other entries as they were', async () => {
    const { states } = opened();
    const other = sampleEntry({ uid: 'other@campagneregie' });
    await revise(states, everything, [sampleEntry(), other], at);
    const changed = await revise(states, everything, [sampleEntry({ title: 'Anders' }), other], later);
    expect(changed.entries[1]).toMatchObject({ sequence: 0, stamp: '2026-11-23T09:00:00Z' });
  });

  test('goes on from where it was when the entry leaves the feed and comes back', async () => {
    const { states } = opened();
    await revise(states, everything, [sampleEntry()], at);
    await revise(states, everything, [sampleEntry({ title: 'Anders' })], at);
    const gone = await revise(states, everything, [], later);
    expect(gone.lastModified).toBe('2026-11-23T10:00:00Z');
    const back = await revise(states, everything, [sampleEntry()], later);
    expect(back.entries[0]?.sequence).toBe(2);
    expect(back.lastModified).toBe('2026-11-23T10:00:01Z');
  });

  test('only moves forward when the clock goes back', async () => {
    const { states } = opened();
    await revise(states, everything, [sampleEntry()], later);
    const changed = await revise(states, everything, [sampleEntry({ title: 'Anders' })], at);
    expect(changed.entries[0]?.stamp).toBe('2026-11-23T10:00:01Z');
    expect(changed.lastModified).toBe('2026-11-23T10:00:01Z');
  });

  test('is kept per feed', async () => {
    const { states } = opened();
    await revise(states, everything, [sampleEntry()], at);
    await revise(states, everything, [sampleEntry({ title: 'Anders' })], at);
    const other = feed.parse({ id: 'feed/anders', name: 'anders', title: 'Anders', filter: {} });
    expect((await revise(states, other, [sampleEntry()], at)).entries[0]?.sequence).toBe(0);
  });

  test('a new title of the feed moves its Last-Modified and no entry', async () => {
    const { states } = opened();
    await revise(states, everything, [sampleEntry()], at);
    const renamed = await revise(states, { ...everything, title: 'Alle' }, [sampleEntry()], later);
    expect(renamed).toMatchObject({ lastModified: '2026-11-23T10:00:00Z', entries: [{ sequence: 0 }] });
  });

  test('another salt moves its Last-Modified, once, and no entry', async () => {
    const { states } = opened();
    await revise(states, everything, [sampleEntry()], at);
    const salted = await revise(states, everything, [sampleEntry()], later, { salt: 2 });
    expect(salted).toMatchObject({ lastModified: '2026-11-23T10:00:00Z', entries: [{ sequence: 0 }] });
    const after = later.add({ hours: 1 });
    expect(await revise(states, everything, [sampleEntry()], after, { salt: 2 })).toEqual(salted);
  });
});

describe('what was read before the database changed', () => {
  test('is refused, whether or not it would change the feed, and leaves no trace', async () => {
    const { database, states } = opened();
    const first = await revise(states, everything, [sampleEntry()], at);
    database.sqlite.exec("UPDATE meta SET value = '1' WHERE key = 'revision'");
    for (const title of ['Oud', sampleEntry().title])
      await expect(revise(states, everything, [sampleEntry({ title })], later)).rejects.toThrow(
        OutdatedFeedError,
      );
    expect(await revise(states, everything, [sampleEntry()], later, { revision: 1 })).toEqual(first);
  });

  test('is refused too when an embargo ended in the meantime', async () => {
    const { states } = opened();
    const read = { changesAt: later.toString() };
    expect(await revise(states, everything, [sampleEntry()], at, read)).toBeDefined();
    await expect(revise(states, everything, [sampleEntry()], later, read)).rejects.toThrow(OutdatedFeedError);
  });
});

test('the hash of an entry covers all that a subscriber sees, and not its revision', () => {
  const period = { ...sampleEntry().period, endTime: '17:00' };
  const changes = [
    ...[{ title: 'x' }, { description: 'x' }, { period }, { status: 'CANCELLED' }, { categories: [] }],
    ...[{ url: 'https://x.example' }, { location: 'x' }, { created: '2026-01-01T00:00:00Z' }],
  ] as const;
  const hashes = changes.map((change) => entryHash(sampleEntry(change)));
  expect(new Set([entryHash(sampleEntry()), ...hashes]).size).toBe(changes.length + 1);
  expect(entryHash(sampleEntry({ sequence: 9, stamp: '2030-01-01T00:00:00Z' }))).toBe(
    entryHash(sampleEntry()),
  );
});

test('for any series of versions sequences and stamps never fall, and change exactly with the content', () => {
  const version = fc.record({
    header: fc.constantFrom('a', 'b'),
    entries: fc.dictionary(fc.constantFrom('u', 'v'), fc.constantFrom('1', '2'), { maxKeys: 2 }),
    seconds: fc.integer({ min: -5, max: 5 }),
  });
  fc.assert(
    fc.property(fc.array(version, { maxLength: 12 }), (versions) => {
      let state: FeedState | undefined;
      for (const { header, entries, seconds } of versions) {
        const shown = Object.entries(entries).map(([uid, hash]) => ({ uid, hash }));
        const seen = { header, entries: shown, revision: 0 };
        const next = reconcileFeed(state, seen, at.add({ seconds }));
        expect(next.modified >= (state?.modified ?? '')).toBe(true);
        expect(next === state || next.modified > (state?.modified ?? '')).toBe(true);
        for (const [uid, entry] of next.entries) {
          const old = state?.entries.get(uid);
          expect(entry.sequence).toBe(old ? old.sequence + Number(old.hash !== entry.hash) : 0);
          expect(old === undefined || old.hash === entry.hash || entry.stamp > old.stamp).toBe(true);
          expect(entry.stamp <= next.modified).toBe(true);
          expect(entry.present).toBe(Object.hasOwn(entries, uid));
        }
        state = next;
      }
    }),
  );
});

test('the tables are those of the migrations', () => {
  const { database } = opened();
  for (const table of [feedState, feedEntryState]) {
    const { name, columns } = getTableConfig(table);
    const actual = database.sqlite.pragma(`table_info(${name})`) as { name: string }[];
    expect(actual.map((column) => column.name)).toEqual(columns.map((column) => column.name));
  }
});
