import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LEASE_FOR } from '../../src/domain/delivery/outbox.ts';
import type { Road } from '../../src/domain/delivery/road.ts';
import { openStore } from '../../src/store/open-store.ts';
import { NOW } from '../support/test-store.ts';
import { ANNA, addNudge, newQueue, nudgesIn, planned, type Queue, queue } from './queue.ts';

const ROAD: Road = { platform: 'slack', tenant: 'T1', address: 'U1' };
const BEGIN = { monotonic: 1_000_000, leaseFor: LEASE_FOR, road: ROAD, text: 'Hallo' };

let here: Queue;
beforeEach(async () => {
  here = await newQueue();
});
afterEach(() => here.database.close());

interface Asked {
  worker?: string;
  monotonic?: number;
  now?: Temporal.Instant;
  limit?: number;
  perLane?: number;
  except?: string[];
}

async function claim(asked: Asked = {}, { outbox }: Pick<Queue, 'outbox'> = here): Promise<string[]> {
  const request = { worker: 'one', monotonic: 1_000_000, now: NOW, limit: 100, perLane: 100, except: [] };
  const found = await outbox.claim({ ...request, leaseFor: LEASE_FOR, ...asked });
  return found.map(({ id }) => id);
}

describe('claiming', () => {
  test('gives what is due, the oldest first, and nothing that is not due or has ended', async () => {
    queue(here.database, 'second', { due: -10 });
    queue(here.database, 'first', { due: -20 });
    queue(here.database, 'later', { due: 1 });
    queue(here.database, 'gone', { state: 'sent' });
    expect(await claim()).toEqual(['first', 'second']);
  });

  test('gives what has expired as well: the sender says so', async () => {
    queue(here.database, 'old', { due: -20, expires: -10 });
    expect(await claim()).toEqual(['old']);
  });

  test('gives each delivery to one of two processes', async () => {
    const other = openStore({ path: here.path });
    for (let n = 0; n < 20; n++) queue(here.database, `d${n}`);
    const taken: string[] = [];
    for (let n = 0; n < 10; n++) {
      taken.push(...(await claim({ worker: 'one', limit: 2 })));
      taken.push(...(await claim({ worker: 'two', limit: 1 }, other)));
    }
    expect(taken).toHaveLength(20);
    expect(new Set(taken).size).toBe(20);
    other.database.close();
  });

  test('gives a delivery anew once the lease of its holder ran out, not before', async () => {
    queue(here.database, 'd');
    await claim({ worker: 'one' });
    expect(await claim({ worker: 'two', monotonic: 1_000_000 + LEASE_FOR - 1 })).toEqual([]);
    expect(await claim({ worker: 'two', monotonic: 1_000_000 + LEASE_FOR })).toEqual(['d']);
  });

  test('takes no lease over from before the machine started anew', async () => {
    queue(here.database, 'd');
    await claim({ worker: 'one' });
    expect(await claim({ worker: 'two', monotonic: 5 })).toEqual(['d']);
  });

  test('leaves alone what another took while this one waited for its turn to write', async () => {
    queue(here.database, 'd');
    await claim({ worker: 'one', monotonic: 1_004_000 });
    expect(await claim({ worker: 'two', monotonic: 1_000_000 })).toEqual([]);
  });

  test('lets lanes take turns, and leaves the rest of a full lane waiting', async () => {
    for (const n of [1, 2, 3, 4]) queue(here.database, `a${n}`, { lane: 'slack A', due: -100 + n });
    for (const n of [1, 2]) queue(here.database, `b${n}`, { lane: 'teams B', due: -50 + n });
    expect(await claim({ perLane: 3, limit: 4 })).toEqual(['a1', 'b1', 'a2', 'b2']);
    expect(await claim({ perLane: 3 })).toEqual(['a3']);
    expect(await claim({ perLane: 3 })).toEqual([]);
  });

  test('passes over lanes and platforms that must rest', async () => {
    queue(here.database, 'a', { lane: 'slack A' });
    queue(here.database, 'b', { lane: 'slack B' });
    queue(here.database, 'c', { lane: 'teams C' });
    expect(await claim({ except: ['slack A', 'team', 'teams'] })).toEqual(['b']);
    expect(await claim({ except: ['slack'] })).toEqual(['c']);
  });

  test('reads only the index and what it takes of each lane, however much waits there', () => {
    const plan = (query: string) =>
      JSON.stringify(here.database.sqlite.prepare(`EXPLAIN QUERY PLAN ${query}`).all());
    const due = plan(
      "SELECT * FROM delivery WHERE state = 'queued' AND lane = 'a' AND next_at <= 5 ORDER BY next_at, id LIMIT 3",
    );
    expect(due).toContain('delivery_by_lane (state=? AND lane=? AND next_at<?)');
    expect(due).not.toContain('TEMP B-TREE');
    const held = plan('SELECT lane FROM delivery WHERE lease_until > 1 AND lease_until <= 5');
    expect(held).toContain('delivery_held');
  });
});

describe('beginning an attempt', () => {
  const CLAIM = { id: 'd', worker: 'one' };
  beforeEach(() => queue(here.database, 'd'));

  test('counts it, notes road and text, and holds the delivery longer', async () => {
    await claim();
    expect(await here.outbox.begin(CLAIM, { ...BEGIN, monotonic: 1_030_000 })).toBe('begun');
    expect(await here.outbox.get('d')).toMatchObject({ attempts: 1, road: ROAD, text: 'Hallo' });
    expect(await claim({ worker: 'two', monotonic: 1_000_000 + LEASE_FOR })).toEqual([]);
  });

  test('is refused once the lease ran out, another took it, or it ended', async () => {
    await claim();
    expect(await here.outbox.begin(CLAIM, { ...BEGIN, monotonic: 1_000_000 + LEASE_FOR })).toBe('lost');
    await claim({ worker: 'two', monotonic: 1_000_000 + LEASE_FOR });
    expect(await here.outbox.begin(CLAIM, { ...BEGIN, monotonic: 1_000_001 + LEASE_FOR })).toBe('lost');
    await here.outbox.end({ id: 'd', worker: 'two' }, { state: 'dead', reason: 'refused' });
    expect(await here.outbox.begin({ id: 'd', worker: 'two' }, BEGIN)).toBe('lost');
    expect(await here.outbox.get('d')).toMatchObject({ attempts: 0, state: 'dead' });
  });
});

describe('beginning an attempt at a message with nudges', () => {
  const CLAIM = { id: 'd', worker: 'one' };
  beforeEach(async () => {
    queue(here.database, 'd');
    addNudge(here.database, 'old', 'd');
    await claim();
    queue(here.database, 'other');
  });

  test('leaves in it what it brings, and frees what it does not bring any more', async () => {
    expect(await here.outbox.begin(CLAIM, { ...BEGIN, nudges: [planned('new')] })).toBe('begun');
    expect(nudgesIn(here.database)).toMatchObject([{ id: 'new', state: 'planned' }]);
    await here.outbox.sent(CLAIM, { at: NOW });
    expect(nudgesIn(here.database)).toMatchObject([{ id: 'new', state: 'sent' }]);
  });

  test('does not begin when another message has one of them by now', async () => {
    addNudge(here.database, 'new', 'other');
    expect(await here.outbox.begin(CLAIM, { ...BEGIN, nudges: [planned('new')] })).toBe('taken');
    expect(await here.outbox.get('d')).toMatchObject({ attempts: 0, road: undefined });
    expect(nudgesIn(here.database).map(({ id }) => id)).toEqual(['new', 'old']);
  });

  test('changes nothing for a worker that lost the message', async () => {
    await claim({ worker: 'two', monotonic: 1_000_000 + LEASE_FOR });
    const late = { ...BEGIN, monotonic: 1_000_001 + LEASE_FOR, nudges: [planned('new')] };
    expect(await here.outbox.begin(CLAIM, late)).toBe('lost');
    expect(nudgesIn(here.database)).toMatchObject([{ id: 'old' }]);
  });
});

describe('what came of it', () => {
  const CLAIM = { id: 'd', worker: 'one' };
  beforeEach(async () => {
    queue(here.database, 'd');
    addNudge(here.database, 'n', 'd');
    await claim();
    await here.outbox.begin(CLAIM, BEGIN);
  });

  test('sent: the delivery and its nudges, together', async () => {
    expect(await here.outbox.sent(CLAIM, { at: NOW, platformId: '17.1' })).toBe(true);
    const sent = { state: 'sent', platformId: '17.1', sentAt: NOW, text: 'Hallo', road: ROAD };
    expect(await here.outbox.get('d')).toMatchObject(sent);
    expect(nudgesIn(here.database)).toEqual([{ id: 'n', state: 'sent', sentAt: NOW.toString() }]);
  });

  test('is still taken from a worker whose lease ran out, as long as nobody else took over', async () => {
    await claim({ worker: 'two', monotonic: 1_000_000 + LEASE_FOR - 1 });
    expect(await here.outbox.sent(CLAIM, { at: NOW })).toBe(true);
  });

  test('is taken from nobody who no longer holds it', async () => {
    await claim({ worker: 'two', monotonic: 1_000_000 + LEASE_FOR });
    expect(await here.outbox.sent(CLAIM, { at: NOW })).toBe(false);
    expect(await here.outbox.later(CLAIM, { nextAt: NOW, reason: 'busy' })).toBe(false);
    expect(await here.outbox.end(CLAIM, { state: 'dead', reason: 'refused' })).toBe(false);
    expect(await here.outbox.get('d')).toMatchObject({ state: 'queued' });
    expect(nudgesIn(here.database)).toMatchObject([{ state: 'planned' }]);
  });

  test('later: it waits, and forgets the road unless the outcome is unclear', async () => {
    const nextAt = NOW.add({ seconds: 30 });
    expect(await here.outbox.later(CLAIM, { nextAt, reason: 'unclear: reset', unclear: true })).toBe(true);
    expect(await here.outbox.get('d')).toMatchObject({ nextAt, reason: 'unclear: reset', road: ROAD });
    expect(await claim()).toEqual([]);
    expect(await claim({ now: nextAt })).toEqual(['d']);
    const step = { nextAt, reason: 'closed', closed: 'slack T1 U1', lane: 'email example.org' };
    expect(await here.outbox.later(CLAIM, step)).toBe(true);
    const moved = { closedRoads: ['slack T1 U1'], lane: 'email example.org', road: undefined };
    expect(await here.outbox.get('d')).toMatchObject(moved);
  });

  test.each([
    'expired',
    'superseded',
    'dead',
  ] as const)('%s: what was never brought can be planned anew', async (state) => {
    addNudge(here.database, 'answered', 'd');
    here.database.sqlite.exec("UPDATE nudge SET state = 'answered' WHERE id = 'answered'");
    expect(await here.outbox.end(CLAIM, { state, reason: 'too-late' })).toBe(true);
    expect(await here.outbox.get('d')).toMatchObject({ state, reason: 'too-late', text: undefined });
    expect(nudgesIn(here.database)).toMatchObject([{ id: 'answered' }]);
  });

  test('is removed years later with what it brought, and nothing that still waits', async () => {
    await here.outbox.sent(CLAIM, { at: NOW });
    queue(here.database, 'waits', {});
    expect(await here.outbox.removeOld(NOW)).toBe(0);
    expect(await here.outbox.removeOld(NOW.add({ hours: 1 }))).toBe(1);
    expect(nudgesIn(here.database)).toEqual([]);
    expect(await here.outbox.get('waits')).toMatchObject({ state: 'queued' });
  });
});

describe('a coordinator', () => {
  const step = { at: NOW.add({ hours: 1 }), expiresAt: NOW.add({ hours: 80 }) };
  const drop = { reason: 'dropped', monotonic: 1_000_000, leaseFor: LEASE_FOR };

  test('has an expired or dead one tried again, with every road open, and no other', async () => {
    const closedRoads = '["slack T1 U1"]';
    for (const state of ['expired', 'dead']) {
      queue(here.database, state, { state, reason: 'too-late', closedRoads });
      expect(await here.outbox.retry(state, step)).toBe(true);
      const fresh = { nextAt: step.at, expiresAt: step.expiresAt, closedRoads: [], reason: undefined };
      expect(await here.outbox.get(state)).toMatchObject({ state: 'queued', ...fresh });
    }
    for (const state of ['queued', 'sent', 'superseded']) queue(here.database, `x${state}`, { state });
    for (const id of ['xqueued', 'xsent', 'xsuperseded', 'unknown'])
      expect(await here.outbox.retry(id, step)).toBe(false);
  });

  test('drops what was not sent, with its nudges, but not while a worker is at it', async () => {
    queue(here.database, 'd');
    addNudge(here.database, 'n', 'd');
    await claim();
    expect(await here.outbox.drop('d', drop)).toBe(false);
    expect(await here.outbox.drop('d', { ...drop, monotonic: 1_000_000 + LEASE_FOR })).toBe(true);
    expect(await here.outbox.get('d')).toMatchObject({ state: 'superseded', reason: 'dropped' });
    expect(nudgesIn(here.database)).toEqual([]);
    queue(here.database, 'sent', { state: 'sent' });
    expect(await here.outbox.drop('sent', drop)).toBe(false);
  });

  test('sees the newest first, by state, recipient and age, and how many there are', async () => {
    const at = (hours: number) => NOW.add({ hours }).epochMilliseconds;
    queue(here.database, 'a', { createdAt: at(-3), state: 'dead' });
    queue(here.database, 'b', { createdAt: at(-2) });
    queue(here.database, 'c', { createdAt: at(-2), state: 'dead' });
    const ids = async (query: object) =>
      (await here.outbox.list({ limit: 10, ...query })).map(({ id }) => id);
    expect(await ids({})).toEqual(['c', 'b', 'a']);
    expect(await ids({ limit: 1 })).toEqual(['c']);
    expect(await ids({ states: ['dead'] })).toEqual(['c', 'a']);
    expect(await ids({ since: NOW.subtract({ hours: 2 }) })).toEqual(['c', 'b']);
    expect(await ids({ recipient: 'person/other' })).toEqual([]);
    expect(await here.outbox.count({ states: ['dead', 'queued'], recipient: ANNA })).toBe(3);
  });
});

describe('housekeeping', () => {
  test('knows when the next one is due', async () => {
    expect(await here.outbox.nextDue()).toBeUndefined();
    queue(here.database, 'a', { due: 60 });
    queue(here.database, 'b', { due: 30 });
    queue(here.database, 'c', { due: 10, state: 'sent' });
    expect(await here.outbox.nextDue()).toEqual(NOW.add({ seconds: 30 }));
  });

  test('takes text and address away from old messages, and keeps that they were sent', async () => {
    const road = JSON.stringify(ROAD);
    const { epochMilliseconds } = NOW;
    queue(here.database, 'old', { state: 'sent', sentAt: epochMilliseconds - 1, text: 'Hallo', road });
    queue(here.database, 'new', { state: 'sent', sentAt: epochMilliseconds, text: 'Hallo', road });
    expect(await here.outbox.forgetTexts(NOW)).toBe(1);
    expect(await here.outbox.get('old')).toMatchObject({ state: 'sent', text: undefined, road: undefined });
    expect(await here.outbox.get('new')).toMatchObject({ text: 'Hallo', road: ROAD });
  });

  test('takes the roads of old messages away that never had a text', async () => {
    const before = NOW.epochMilliseconds - 1;
    queue(here.database, 'old', { state: 'dead', createdAt: before, closedRoads: '["slack T1 U1"]' });
    expect(await here.outbox.forgetTexts(NOW)).toBe(1);
    expect(await here.outbox.get('old')).toMatchObject({ state: 'dead', closedRoads: [] });
    expect(await here.outbox.forgetTexts(NOW)).toBe(0);
  });

  test('leaves nothing of who is erased, and drops what waits for them unless it is being sent', async () => {
    const told = { text: 'Hallo', road: JSON.stringify(ROAD), platformId: '17.1', reason: 'refused: U1' };
    queue(here.database, 'sent', { ...told, state: 'sent', closedRoads: '["email x anna@x.example"]' });
    queue(here.database, 'other', { ...told, state: 'sent', recipient: 'campaign/x' });
    queue(here.database, 'held', { lane: 'slack T1', due: -1 });
    await claim({ limit: 1 });
    queue(here.database, 'waits', { closedRoads: '["slack T1 U1"]' });
    addNudge(here.database, 'n', 'waits');
    addNudge(here.database, 'kept', 'held');
    await here.outbox.forgetTextsOf(ANNA);
    const nothing = { text: undefined, road: undefined, platformId: undefined, closedRoads: [] };
    expect(await here.outbox.get('sent')).toMatchObject({ ...nothing, state: 'sent', reason: undefined });
    expect(await here.outbox.get('waits')).toMatchObject({
      ...nothing,
      state: 'superseded',
      reason: 'dropped',
    });
    expect(await here.outbox.get('held')).toMatchObject({ state: 'queued' });
    expect(await here.outbox.get('other')).toMatchObject({ text: 'Hallo', reason: 'refused: U1' });
    expect(nudgesIn(here.database)).toMatchObject([{ id: 'kept' }]);
  });
});
