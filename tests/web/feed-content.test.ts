import { beforeEach, describe, expect, test } from 'vitest';
import { PROGRAM } from '../../src/domain/access/actor.ts';
import { calendarFilter, type Feed, feed } from '../../src/domain/feed/feed.ts';
import type { Store } from '../../src/domain/ports.ts';
import type { AnyRecord } from '../../src/domain/records.ts';
import type { FeedSource } from '../../src/feeds/feed-source.ts';
import { feedContent } from '../../src/web/feed-content.ts';
import { seededStore } from '../support/ask.ts';
import { POLICE, sampleCampaign } from '../support/samples.ts';
import { NOW, put } from '../support/test-store.ts';

const HASH = 'a'.repeat(64);
const timed = { period: { start: '2027-01-11', end: '2027-01-17', zone: 'Europe/Amsterdam' } };
let store: Store;
let revision: number;
let source: FeedSource;

beforeEach(async () => {
  store = await seededStore();
  revision = 1;
  source = feedContent({ store, revision: () => revision, now: () => NOW, publicUrl: 'https://example.org' });
});

async function add(...records: unknown[]): Promise<void> {
  await put(store, ...(records as AnyRecord[]));
  revision++;
}

const personal = (more: Partial<Feed> = {}) =>
  feed.parse({
    id: 'feed/mijn',
    title: 'Mijn agenda',
    visibility: 'organisation',
    filter: calendarFilter.parse({}),
    person: 'person/politie-demo',
    tokenHash: HASH,
    ...more,
  });

async function titles(given: Feed | undefined): Promise<string> {
  if (!given) throw new Error('there is no such feed');
  return (await source.content(given, NOW)).entries.map(({ title }) => title).join('\n');
}

describe('a named feed', () => {
  const secrets = [
    sampleCampaign('eigen', { ...timed, title: 'Alleen intern', visibility: 'organisation', owner: POLICE }),
    sampleCampaign('embargo', { ...timed, title: 'Embargo', embargoUntil: '2026-12-24T00:00:00Z' }),
    sampleCampaign('voorstel', { ...timed, title: 'Voorstel', progress: 'proposed' }),
  ];

  test('shows what anyone may see, and knows when an embargo ends', async () => {
    await add(...secrets);
    const named = await source.find({ type: 'name', name: 'campagnes' });
    const all = await titles(named);
    expect(all).toContain('Black Friday 2026 (voorlopig)');
    expect(all).not.toMatch(/Alleen intern|Embargo|Voorstel/);
    expect((await source.content(named as Feed, NOW)).changesAt).toBe('2026-12-24T00:00:00Z');
    const later = await source.content(named as Feed, Temporal.Instant.from('2026-12-24T00:00:00Z'));
    expect(later.entries.map(({ title }) => title)).toContain('Embargo (voorlopig)');
    expect(later.changesAt).toBeUndefined();
  });

  test('filters on an audience with its parts', async () => {
    await add(
      sampleCampaign('offline', { ...timed, title: 'Offline', audiences: ['audience/senioren-niet-online'] }),
      sampleCampaign('jong', { ...timed, title: 'Jong', audiences: ['audience/jongeren'] }),
    );
    const all = await titles(await source.find({ type: 'name', name: 'senioren' }));
    expect(all).toContain('Offline');
    expect(all).not.toContain('Jong');
  });

  test('puts plan actions on the last day of their quarter, and names no people', async () => {
    const found = await source.find({ type: 'name', name: 'actieplan' });
    const { entries } = await source.content(found as Feed, NOW);
    expect(entries.length).toBeGreaterThan(30);
    expect(entries.every(({ kind }) => kind === 'action')).toBe(true);
    expect(entries.every(({ period }) => /-(03-31|06-30|09-30|12-31)$/.test(period.end))).toBe(true);
    expect(JSON.stringify(entries)).not.toContain('(demo)');
  });

  test('is not found by the hash of a token, nor one of a token by its name', async () => {
    await add(personal({ name: undefined }));
    expect(await source.find({ type: 'name', name: 'mijn' })).toBeUndefined();
    expect(await source.find({ type: 'token', hash: 'b'.repeat(64) })).toBeUndefined();
  });
});

describe('a feed with a secret address', () => {
  test('shows what its person may see, with pages only where there are any', async () => {
    await add(
      sampleCampaign('eigen', {
        ...timed,
        title: 'Alleen intern',
        visibility: 'organisation',
        owner: POLICE,
      }),
      sampleCampaign('open', { ...timed, title: 'Open' }),
      personal(),
    );
    const found = await source.find({ type: 'token', hash: HASH });
    expect(await titles(found)).toContain('Alleen intern');
    const { entries } = await source.content(found as Feed, NOW);
    expect(entries.find(({ title }) => title.startsWith('Open'))?.url).toBe(
      'https://example.org/campagnes/open',
    );
    expect(entries.find(({ title }) => title.startsWith('Alleen intern'))?.url).toBeUndefined();
  });

  test('is gone once its person is no longer active, or it was revoked', async () => {
    await add(personal());
    expect(await source.find({ type: 'token', hash: HASH })).toBeDefined();
    const person = await store.get('person/politie-demo');
    await store.change({
      actor: PROGRAM,
      action: 'test.leave',
      at: NOW,
      ids: ['person/politie-demo'],
      decide: () => ({ put: [{ ...person, active: false } as AnyRecord], result: null }),
    });
    revision++;
    expect(await source.find({ type: 'token', hash: HASH })).toBeUndefined();
    await add(
      personal({
        id: 'feed/oud',
        person: 'person/nvb-demo',
        tokenHash: 'c'.repeat(64),
        revokedAt: NOW.toString(),
      }),
    );
    expect(await source.find({ type: 'token', hash: 'c'.repeat(64) })).toBeUndefined();
  });
});
