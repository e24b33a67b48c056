import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Delivery } from '../../src/domain/delivery/delivery.ts';
import { LEASE_FOR } from '../../src/domain/delivery/outbox.ts';
import { CANNOT_TELL } from '../../src/domain/delivery/platform.ts';
import { backoff } from '../../src/jobs/backoff.ts';
import { NOW } from '../support/test-store.ts';
import { addNudge, nudgesIn, queue } from './queue.ts';
import { bench, NO_LIMITS, roadOfLane, scripted, toSend } from './sending.ts';

const idsOf = (platform: { handed: { delivery: string }[] }) =>
  platform.handed.map(({ delivery }) => delivery);
const at = (seconds: number) => NOW.add({ milliseconds: seconds * 1_000 });

describe('a platform that is busy', () => {
  test('is left alone for exactly as long as it said, and so are others of that tenant', async () => {
    const slack = scripted();
    const limits = { ...NO_LIMITS, slack: { ...NO_LIMITS.slack, concurrency: 1 } };
    const { database, outbox, sender, clock } = await bench({ platforms: [slack], limits });
    for (const n of [1, 2, 3]) queue(database, `d${n}`, { lane: 'slack T1', due: n - 10 });
    queue(database, 'other', { lane: 'slack T2' });
    slack.answer = (outgoing) =>
      outgoing.road.tenant === 'T1'
        ? { type: 'busy', seconds: 30, scope: 'tenant', reason: '429' }
        : { type: 'sent' };
    expect(await sender.sendDue()).toBe(1);
    expect(idsOf(slack).filter((id) => id !== 'other')).toEqual(['d1']);
    expect(await outbox.get('d1')).toMatchObject({ nextAt: at(30), reason: 'busy: 429', road: undefined });
    clock.pass(29_999);
    await sender.sendDue();
    expect(slack.handed).toHaveLength(2);
    slack.answer = () => ({ type: 'sent' });
    clock.pass(1);
    expect(await sender.sendDue()).toBe(3);
  });

  test('counts no attempt for those who only waited their turn', async () => {
    const slack = scripted();
    slack.answer = () => ({ type: 'busy', seconds: 30, scope: 'channel', reason: '429' });
    const { database, outbox, sender } = await bench({ platforms: [slack] });
    queue(database, 'a', { lane: 'slack T1', due: -2 });
    await sender.sendDue();
    queue(database, 'b', { lane: 'slack T1', due: -1 });
    await sender.sendDue();
    expect(await outbox.get('a')).toMatchObject({ attempts: 1 });
    expect(await outbox.get('b')).toMatchObject({ attempts: 0, nextAt: at(30), reason: 'limit' });
  });

  test('backs off between one second and a bound that doubles up to fifteen minutes', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), chance, (attempts, random) => {
        const wait = backoff(attempts, () => random);
        expect(wait).toBeGreaterThanOrEqual(1_000);
        expect(wait).toBeLessThanOrEqual(Math.min(15 * 60_000, 2_000 * 2 ** (attempts - 1)));
      }),
    );
    expect(backoff(1, () => 1)).toBe(2_000);
    expect(backoff(100, () => 1)).toBe(15 * 60_000);
  });

  test('is tried until the message is too late, and then it has expired', async () => {
    const slack = scripted();
    slack.answer = () => ({ type: 'busy', scope: 'channel', reason: '503' });
    const { database, outbox, sender, clock, passOn } = await bench({ platforms: [slack] });
    queue(database, 'd', { lane: 'slack T1', expires: 3_600 });
    addNudge(database, 'n', 'd');
    for (let tries = 0; (await outbox.get('d'))?.state === 'queued' && tries < 100; tries++) {
      await sender.sendDue();
      await passOn();
    }
    const ended = { state: 'expired', reason: 'too-late', nextAt: at(3_600) };
    expect(await outbox.get('d')).toMatchObject(ended);
    expect(clock.now()).toEqual(at(3_600));
    expect(slack.handed.length).toBeGreaterThan(8);
    expect(nudgesIn(database)).toEqual([]);
  });
});

describe('an attempt whose outcome is not known', () => {
  test('is looked up before anything is sent again', async () => {
    const slack = scripted();
    const arrived = new Map<string, string>();
    slack.find = async (_road, delivery) => arrived.get(delivery);
    slack.answer = ({ delivery }) => {
      if (delivery === 'arrives') arrived.set(delivery, 'p7');
      return { type: 'unclear', reason: 'connection reset' };
    };
    const { database, outbox, sender, clock } = await bench({ platforms: [slack] });
    queue(database, 'arrives', { lane: 'slack T1' });
    queue(database, 'lost', { lane: 'slack T1' });
    expect(await sender.sendDue()).toBe(0);
    expect(await outbox.get('lost')).toMatchObject({ reason: 'unclear: connection reset', attempts: 1 });
    slack.answer = () => ({ type: 'sent', platformId: 'p8' });
    clock.pass(60_000);
    expect(await sender.sendDue()).toBe(2);
    expect(idsOf(slack)).toEqual(['arrives', 'lost', 'lost']);
    expect(await outbox.get('arrives')).toMatchObject({ platformId: 'p7', text: 'text of arrives' });
    expect(await outbox.get('lost')).toMatchObject({ platformId: 'p8', attempts: 2 });
  });

  test('of a worker that died is looked up as well, even when it is too late by now', async () => {
    const slack = scripted();
    slack.find = async () => 'p7';
    const { database, outbox, sender, clock } = await bench({ platforms: [slack] });
    queue(database, 'd', { lane: 'slack T1', expires: 30 });
    const time = { monotonic: clock.monotonic(), leaseFor: LEASE_FOR };
    const asked = { now: clock.now(), worker: 'gone', limit: 1, perLane: 1, except: [], ...time };
    await outbox.claim(asked);
    const road = roadOfLane('slack T1');
    await outbox.begin({ id: 'd', worker: 'gone' }, { ...time, road, text: 'as it was sent' });
    expect(await sender.sendDue()).toBe(0);
    clock.pass(LEASE_FOR);
    expect(await sender.sendDue()).toBe(1);
    expect(slack.handed).toEqual([]);
    expect(await outbox.get('d')).toMatchObject({ state: 'sent', text: 'as it was sent' });
  });

  test('waits while the platform cannot be asked, and is not sent blindly', async () => {
    const slack = scripted();
    slack.answer = () => ({ type: 'unclear', reason: 'reset' });
    slack.find = async () => {
      throw new Error('down');
    };
    const { database, outbox, sender, clock } = await bench({ platforms: [slack] });
    queue(database, 'd', { lane: 'slack T1' });
    await sender.sendDue();
    clock.pass(60_000);
    await sender.sendDue();
    expect(slack.handed).toHaveLength(1);
    const waits = { attempts: 1, reason: 'unclear: down', road: roadOfLane('slack T1') };
    expect(await outbox.get('d')).toMatchObject(waits);
  });

  test('goes once more, marked, where the platform can never tell', async () => {
    const slack = scripted();
    slack.answer = () => ({ type: 'unclear', reason: 'reset' });
    slack.find = async () => CANNOT_TELL;
    const { database, outbox, sender, clock } = await bench({ platforms: [slack] });
    queue(database, 'd', { lane: 'slack T1' });
    await sender.sendDue();
    slack.answer = () => ({ type: 'sent', platformId: 'p8' });
    clock.pass(60_000);
    expect(await sender.sendDue()).toBe(1);
    expect(slack.handed.map(({ again }) => again)).toEqual([false, true]);
    expect(await outbox.get('d')).toMatchObject({ state: 'sent', platformId: 'p8' });
  });

  test('is asked about for a day after its time, so that its nudges are not planned anew meanwhile', async () => {
    const slack = scripted();
    slack.answer = () => ({ type: 'unclear', reason: 'reset' });
    let arrived: string | undefined;
    slack.find = async () => {
      if (!arrived) throw new Error('down');
      return arrived;
    };
    const { database, outbox, sender, clock } = await bench({ platforms: [slack] });
    queue(database, 'd', { lane: 'slack T1', expires: 30 });
    queue(database, 'e', { lane: 'slack T2', expires: 30 });
    await sender.sendDue();
    clock.pass(12 * 3_600_000);
    await sender.sendDue();
    expect(await outbox.count({ states: ['queued'] })).toBe(2);
    arrived = 'p9';
    clock.pass(3_600_000);
    expect(await sender.sendDue()).toBe(2);
    expect(slack.handed).toHaveLength(2);
    arrived = undefined;
    queue(database, 'f', { lane: 'slack T3', due: 13 * 3_600, expires: 13 * 3_600 + 30 });
    await sender.sendDue();
    clock.pass(26 * 3_600_000);
    await sender.sendDue();
    expect(await outbox.get('f')).toMatchObject({ state: 'expired' });
  });

  test('is what a platform that throws or never answers comes to', async () => {
    const slack = scripted();
    const { database, outbox, sender } = await bench({ platforms: [slack], patience: 20 });
    slack.answer = ({ delivery }) =>
      delivery === 'throws' ? Promise.reject(new Error('bug')) : new Promise(() => undefined);
    queue(database, 'throws', { lane: 'slack T1' });
    queue(database, 'hangs', { lane: 'slack T1' });
    await sender.sendDue();
    expect(await outbox.get('throws')).toMatchObject({ state: 'queued', reason: 'unclear: bug' });
    expect(await outbox.get('hangs')).toMatchObject({ reason: 'unclear: no answer within 0.02 seconds' });
  });
});

describe('the roads to a person', () => {
  const mail = { platform: 'email', tenant: 'example.org', address: 'a@example.org' } as const;
  const chat = roadOfLane('slack T1');

  test('a closed one is not tried again: the next is, at once', async () => {
    const [slack, email] = [scripted(), scripted('email')];
    slack.answer = () => ({ type: 'closed', reason: 'account_inactive' });
    const prepare = async (delivery: Delivery) => toSend(delivery, [chat, mail]);
    const { database, outbox, sender } = await bench({ platforms: [slack, email], prepare });
    queue(database, 'd', { lane: 'slack T1' });
    expect(await sender.sendDue()).toBe(1);
    expect(slack.handed).toHaveLength(1);
    expect(email.handed).toMatchObject([{ road: mail }]);
    const sent = { state: 'sent', attempts: 2, closedRoads: ['slack T1 U'], lane: 'email example.org' };
    expect(await outbox.get('d')).toMatchObject(sent);
  });

  test('a platform that is not set up is passed over, and the message moves to the lane of its road', async () => {
    const email = scripted('email');
    const prepare = async (delivery: Delivery) => toSend(delivery, [chat, mail]);
    const { database, outbox, sender } = await bench({ platforms: [email], prepare });
    queue(database, 'd', { lane: 'slack T1' });
    expect(await sender.sendDue()).toBe(1);
    expect(await outbox.get('d')).toMatchObject({ state: 'sent', attempts: 1, lane: 'email example.org' });
  });

  test('without any, and with all closed, the message is dead and says which', async () => {
    const slack = scripted();
    slack.answer = () => ({ type: 'closed', reason: 'account_inactive' });
    const prepare = async (delivery: Delivery) => toSend(delivery, delivery.id === 'none' ? [] : [chat]);
    const { database, outbox, sender } = await bench({ platforms: [slack], prepare });
    queue(database, 'none', { lane: 'none' });
    queue(database, 'closed', { lane: 'slack T1' });
    queue(database, 'known', { lane: 'slack T1', closedRoads: '["slack T1 U"]' });
    await sender.sendDue();
    expect(await outbox.get('none')).toMatchObject({ state: 'dead', reason: 'no-road' });
    expect((await outbox.get('closed'))?.reason).toBe('roads-closed: account_inactive');
    expect((await outbox.get('known'))?.reason).toBe('roads-closed');
  });
});
