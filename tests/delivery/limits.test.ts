import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rate } from '../../src/domain/delivery/limits.ts';
import { readSendingLimits } from '../../src/import/read-sending-limits.ts';
import { createLimits } from '../../src/jobs/limits.ts';
import { fakeClock, queue } from './queue.ts';
import { bench, NO_LIMITS, roadOfLane, scripted } from './sending.ts';

const ROAD = roadOfLane('slack T1');

function slackLimits(more: Partial<Record<'perChannel' | 'perTenant' | 'perPlatform', Rate>>) {
  return { ...NO_LIMITS, slack: { ...NO_LIMITS.slack, ...more } };
}

describe('a rate', () => {
  test('lets its number go at once, and one more each share of its time after that', () => {
    const clock = fakeClock();
    const limits = createLimits(slackLimits({ perChannel: { messages: 3, seconds: 6 } }), clock);
    expect([1, 2, 3, 4].map(() => limits.take(ROAD))).toEqual([0, 0, 0, 2_000]);
    clock.pass(1_999);
    expect(limits.take(ROAD)).toBe(1);
    clock.pass(1);
    expect([1, 2].map(() => limits.take(ROAD))).toEqual([0, 2_000]);
  });

  test('never lets more than twice its number go within its time', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 200 });
    const rates = fc.record({
      messages: fc.integer({ min: 1, max: 10 }),
      seconds: fc.integer({ min: 1, max: 10 }),
    });
    fc.assert(
      fc.property(rates, steps, (perTenant, waits) => {
        const clock = fakeClock();
        const limits = createLimits(slackLimits({ perTenant }), clock);
        const taken: number[] = [];
        for (const wait of waits) {
          clock.pass(wait);
          if (limits.take(ROAD) === 0) taken.push(clock.monotonic());
        }
        for (const end of taken) {
          const within = taken.filter((one) => one <= end && one > end - perTenant.seconds * 1_000);
          expect(within.length).toBeLessThanOrEqual(2 * perTenant.messages);
        }
      }),
    );
  });

  test('holds for its channel, its tenant or its platform, and for nobody else', () => {
    const one = { messages: 1, seconds: 60 };
    const neighbour = { ...ROAD, address: 'U2' };
    const elsewhere = roadOfLane('slack T2');
    const other = roadOfLane('teams T1');
    const waiting = (limits: Parameters<typeof slackLimits>[0]) => {
      const made = createLimits(slackLimits(limits), fakeClock());
      made.take(ROAD);
      return [neighbour, elsewhere, other].map((road) => made.wait(road) > 0);
    };
    expect(waiting({ perChannel: one })).toEqual([false, false, false]);
    expect(waiting({ perTenant: one })).toEqual([true, false, false]);
    expect(waiting({ perPlatform: one })).toEqual([true, true, false]);
  });

  test('takes nothing from the others when one of them says wait', () => {
    const clock = fakeClock();
    const rates = { perChannel: { messages: 1, seconds: 60 }, perTenant: { messages: 2, seconds: 60 } };
    const limits = createLimits(slackLimits(rates), clock);
    expect([1, 2, 3].map(() => limits.take(ROAD) > 0)).toEqual([false, true, true]);
    expect(limits.take({ ...ROAD, address: 'U2' })).toBe(0);
  });
});

test('a pause tells which lanes and platforms rest, and ends by itself', () => {
  const clock = fakeClock();
  const limits = createLimits(NO_LIMITS, clock);
  limits.pause(ROAD, 'channel', 5_000);
  expect(limits.resting().size).toBe(0);
  limits.pause(ROAD, 'tenant', 5_000);
  limits.pause(roadOfLane('teams T1'), 'platform', 9_000);
  expect(Object.fromEntries(limits.resting())).toEqual({ 'slack T1': 5_000, teams: 9_000 });
  clock.pass(5_000);
  expect(limits.take(ROAD)).toBe(0);
  expect([...limits.resting().keys()]).toEqual(['teams']);
});

test('a message over the limit waits until it may go, and no attempt is counted for it', async () => {
  const slack = scripted();
  const limits = slackLimits({ perChannel: { messages: 1, seconds: 10 } });
  const { database, outbox, sender, clock } = await bench({ platforms: [slack], limits });
  queue(database, 'a', { lane: 'slack T1', due: -2 });
  queue(database, 'b', { lane: 'slack T1', due: -1 });
  expect(await sender.sendDue()).toBe(1);
  const nextAt = clock.now().add({ seconds: 10 });
  expect(await outbox.get('b')).toMatchObject({ attempts: 0, reason: 'limit', nextAt });
  clock.pass(10_000);
  expect(await sender.sendDue()).toBe(1);
});

test('a tenant over its limit rests as a whole, and goes on as fast as it may', async () => {
  const slack = scripted();
  const limits = slackLimits({ perTenant: { messages: 2, seconds: 1 } });
  const { database, sender, clock } = await bench({ platforms: [slack], limits });
  for (let n = 0; n < 10; n++) queue(database, `d${n}`, { lane: 'slack T1' });
  expect(await sender.sendDue()).toBe(2);
  for (let sent = 3; sent <= 10; sent++) {
    clock.pass(499);
    expect(await sender.sendDue()).toBe(0);
    clock.pass(1);
    await sender.sendDue();
    expect(slack.handed).toHaveLength(sent);
  }
});

describe('the file with the limits', () => {
  const write = (text: string) => {
    const path = join(mkdtempSync(join(tmpdir(), 'campagneregie-')), 'limits.yaml');
    writeFileSync(path, text);
    return path;
  };

  test('is right as it comes', () => {
    expect(readSendingLimits().slack.perChannel).toEqual({ messages: 1, seconds: 1 });
  });

  test('is refused with the line of each mistake', () => {
    const text = 'slack:\n  perChannel: { messages: 0, seconds: 1 }\n  perChanel: 1\n';
    expect(() => readSendingLimits(write(text))).toThrow(/limits\.yaml:2 slack\.perChannel\.messages: /);
    expect(() => readSendingLimits(write(text))).toThrow(/:3 slack\.perChanel: there is no such field/);
    expect(() => readSendingLimits(write(text))).toThrow(/ teams: is missing/);
    expect(() => readSendingLimits(write('a: ['))).toThrow(/limits\.yaml:1 not valid YAML/);
    expect(() => readSendingLimits('/does/not/exist.yaml')).toThrow(/cannot be read/);
  });
});
