import { describe, expect, test } from 'vitest';
import type { Delivery } from '../../src/domain/delivery/delivery.ts';
import { LEASE_FOR } from '../../src/domain/delivery/outbox.ts';
import { REASONS, reasonCode } from '../../src/domain/delivery/reasons.ts';
import { NOW } from '../support/test-store.ts';
import { addNudge, nudgesIn, planned, queue } from './queue.ts';
import { bench, scripted, toSend } from './sending.ts';

const idsOf = (platform: { handed: { delivery: string }[] }) =>
  platform.handed.map(({ delivery }) => delivery);
const at = (seconds: number) => NOW.add({ milliseconds: seconds * 1_000 });

describe('sending what is due', () => {
  test('brings each message once, in order within a tenant, and keeps what was said', async () => {
    const slack = scripted();
    const { database, outbox, sender } = await bench({ platforms: [slack] });
    for (const n of [3, 1, 2]) queue(database, `d${n}`, { lane: 'slack T1', due: n - 10 });
    queue(database, 'tomorrow', { lane: 'slack T1', due: 86_000 });
    addNudge(database, 'n', 'd1');
    expect(await sender.sendDue()).toBe(3);
    expect(await sender.sendDue()).toBe(0);
    expect(idsOf(slack)).toEqual(['d1', 'd2', 'd3']);
    const sent = { state: 'sent', attempts: 1, text: 'text of d1', platformId: 'p', sentAt: NOW };
    expect(await outbox.get('d1')).toMatchObject(sent);
    expect(nudgesIn(database)).toMatchObject([{ id: 'n', state: 'sent' }]);
  });

  test('does not bring what another message took while this one was made', async () => {
    const slack = scripted();
    let nudges = [planned('theirs'), planned('ours')];
    const prepare = async (delivery: Delivery) => ({ ...toSend(delivery), nudges });
    const { database, outbox, sender, clock } = await bench({ platforms: [slack], prepare });
    queue(database, 'd', { lane: 'slack T1' });
    queue(database, 'other', { lane: 'slack T1', due: 3_600 });
    addNudge(database, 'theirs', 'other');
    expect(await sender.sendDue()).toBe(0);
    expect(slack.handed).toEqual([]);
    expect(await outbox.get('d')).toMatchObject({ state: 'queued', attempts: 0 });
    nudges = [planned('ours')];
    clock.pass(1_000);
    expect(await sender.sendDue()).toBe(1);
    expect(nudgesIn(database)).toMatchObject([
      { id: 'ours', state: 'sent' },
      { id: 'theirs', state: 'planned' },
    ]);
  });

  test('answers others between two messages that it makes', async () => {
    const slack = scripted();
    const order: string[] = [];
    const prepare = async (delivery: Delivery) => {
      order.push(delivery.id);
      if (delivery.id === 'd1') setImmediate(() => order.push('a request'));
      return toSend(delivery);
    };
    const { database, sender } = await bench({ platforms: [slack], prepare });
    for (const n of [1, 2, 3]) queue(database, `d${n}`, { lane: `slack T${n}`, due: n - 10 });
    expect(await sender.sendDue()).toBe(3);
    expect(order.indexOf('a request')).toBeLessThan(order.indexOf('d3'));
  });

  test('joins a run that is going on', async () => {
    const slack = scripted();
    const { database, sender } = await bench({ platforms: [slack] });
    queue(database, 'd', { lane: 'slack T1' });
    expect(await Promise.all([sender.sendDue(), sender.sendDue()])).toEqual([1, 1]);
    expect(slack.handed).toHaveLength(1);
  });

  test('shares the queue with another process, each message once', async () => {
    const slack = scripted();
    const { database, sender, another } = await bench({ platforms: [slack] });
    for (let n = 0; n < 30; n++) queue(database, `d${n}`, { lane: `slack T${n % 3}` });
    const other = another();
    const [one, two] = await Promise.all([sender.sendDue(), other.sendDue()]);
    expect(one + two).toBe(30);
    expect(new Set(idsOf(slack)).size).toBe(30);
  });

  test('brings at once what only moves to the lane of its road, however many do', async () => {
    const slack = scripted();
    const road = { platform: 'slack', tenant: 'T1', address: 'U' } as const;
    for (let turns = 0; turns < 60; turns++) {
      // Each takes another number of turns to make, so that claims fall between all of its steps.
      const prepare = async (delivery: Delivery) => {
        for (let turn = (Number(delivery.id.slice(1)) * turns) % 23; turn > 0; turn--) await null;
        return toSend(delivery, [road]);
      };
      const { database, sender } = await bench({ platforms: [slack], prepare });
      for (let n = 0; n < 12; n++) queue(database, `d${n}`, { lane: n % 3 ? 'none' : `slack T${n}` });
      expect(await sender.sendDue()).toBe(12);
    }
  });

  test('stops after the attempts that are under way, and leaves the rest for later', async () => {
    const slack = scripted();
    const begun = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    slack.answer = async () => {
      begun.resolve();
      await release.promise;
      return { type: 'sent' };
    };
    const { database, outbox, sender } = await bench({ platforms: [slack] });
    for (let n = 0; n < 10; n++) queue(database, `d${n}`, { lane: 'slack T1' });
    const run = sender.sendDue();
    await begun.promise;
    const stopped = sender.stop();
    release.resolve();
    await stopped;
    expect(await run).toBe(slack.handed.length);
    expect(slack.handed.length).toBeLessThanOrEqual(2);
    expect(await outbox.count({ states: ['queued'] })).toBe(10 - slack.handed.length);
    expect(await sender.sendDue()).toBe(0);
  });
});

describe('what is found just before sending', () => {
  test('nothing left to say, not now, cannot be made: nothing is sent, and each says why', async () => {
    const slack = scripted();
    const until = at(7_200);
    const { database, outbox, sender, errors } = await bench({
      platforms: [slack],
      prepare: async ({ id }) => {
        if (id === 'throws') throw new Error('no such view');
        if (id === 'nothing') return { type: 'nothing', reason: 'nothing-left' };
        if (id === 'broken') return { type: 'broken', reason: 'recipient is gone' };
        return { type: 'wait', until, reason: 'outside-hours' };
      },
    });
    for (const id of ['nothing', 'throws', 'broken', 'wait']) queue(database, id, { lane: 'slack T1' });
    expect(await sender.sendDue()).toBe(0);
    expect(slack.handed).toEqual([]);
    expect(await outbox.get('nothing')).toMatchObject({ state: 'superseded', reason: 'nothing-left' });
    expect(await outbox.get('throws')).toMatchObject({ state: 'dead', reason: 'broken: no such view' });
    expect(await outbox.get('broken')).toMatchObject({ state: 'dead', reason: 'broken: recipient is gone' });
    const waits = { state: 'queued', nextAt: until, attempts: 0, reason: 'outside-hours' };
    expect(await outbox.get('wait')).toMatchObject(waits);
    expect(errors).toMatchObject([{ delivery: 'throws' }]);
    for (const { reason } of await outbox.list({ limit: 10 })) expect(REASONS).toContain(reasonCode(reason!));
  });

  test('one that is refused is dead, and the others go on', async () => {
    const slack = scripted();
    slack.answer = ({ delivery }) =>
      delivery === 'bad' ? { type: 'refused', reason: 'too long' } : { type: 'sent' };
    const { database, outbox, sender } = await bench({ platforms: [slack] });
    queue(database, 'bad', { lane: 'slack T1', due: -5 });
    queue(database, 'good', { lane: 'slack T1' });
    expect(await sender.sendDue()).toBe(1);
    expect(await outbox.get('bad')).toMatchObject({ state: 'dead', reason: 'refused: too long' });
  });

  test('a worker that stood still for longer than its lease sends nothing', async () => {
    const slack = scripted();
    const { database, outbox, another, clock } = await bench({ platforms: [slack] });
    queue(database, 'd', { lane: 'slack T1' });
    const quick = another();
    const slow = another({
      prepare: async (delivery) => {
        clock.pass(LEASE_FOR);
        await quick.sendDue();
        return toSend(delivery);
      },
    });
    await slow.sendDue();
    expect(slack.handed).toHaveLength(1);
    expect(await outbox.get('d')).toMatchObject({ state: 'sent', attempts: 1 });
  });

  test('a queue that cannot be written to is told, and the loop ends by itself', async () => {
    const { database, sender, errors } = await bench({ platforms: [scripted()] });
    queue(database, 'd', { lane: 'slack T1' });
    database.sqlite.pragma('query_only = ON');
    expect(await sender.sendDue()).toBe(0);
    expect(errors).toMatchObject([{ delivery: undefined, error: { code: 'storage-readonly' } }]);
    database.sqlite.pragma('query_only = OFF');
    expect(await sender.sendDue()).toBe(1);
  });
});

describe('fairness', () => {
  test('a tenant with a long queue that hangs does not delay another tenant', async () => {
    const slack = scripted();
    const stuck = Promise.withResolvers<void>();
    const others = Promise.withResolvers<void>();
    let brought = 0;
    slack.answer = async ({ road }) => {
      if (road.tenant === 'slow') await stuck.promise;
      else if (++brought === 20) others.resolve();
      return { type: 'sent' };
    };
    const { database, sender } = await bench({ platforms: [slack] });
    for (let n = 0; n < 100; n++) queue(database, `slow${n}`, { lane: 'slack slow', due: -1_000 });
    for (let n = 0; n < 20; n++) queue(database, `quick${n}`, { lane: 'slack quick' });
    const run = sender.sendDue();
    await others.promise;
    expect(idsOf(slack).filter((id) => id.startsWith('slow'))).toHaveLength(2);
    stuck.resolve();
    expect(await run).toBe(120);
  });

  test.each([
    ['busy', { type: 'busy', seconds: 600, scope: 'tenant', reason: '429' }],
    ['failing', { type: 'unclear', reason: 'reset' }],
    ['refusing', { type: 'refused', reason: 'no' }],
  ] as const)('a tenant that is %s does not delay another tenant', async (_name, result) => {
    const slack = scripted();
    slack.answer = ({ road }) => (road.tenant === 'bad' ? result : { type: 'sent' });
    const { database, sender } = await bench({ platforms: [slack] });
    for (let n = 0; n < 50; n++) queue(database, `bad${n}`, { lane: 'slack bad', due: -1_000 });
    for (let n = 0; n < 5; n++) queue(database, `good${n}`, { lane: 'slack good' });
    expect(await sender.sendDue()).toBe(5);
    const lastGood = idsOf(slack).findLastIndex((id) => id.startsWith('good'));
    expect(lastGood).toBeLessThan(20);
  });
});
