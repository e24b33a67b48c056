import { expect, test } from 'vitest';
import { seeded, startFakePlatform } from './fake-platform.ts';
import { httpPlatform } from './http-platform.ts';
import { queue } from './queue.ts';
import { bench } from './sending.ts';

test('each message arrives once over a connection that breaks, answers that are lost and errors', async () => {
  const behaviours = { accept: 3, busy: 1, fail: 1, dropBefore: 1, dropAfter: 2 };
  const platform = await startFakePlatform({ random: seeded(5), behaviours });
  const { database, outbox, sender, passOn } = await bench({ platforms: [httpPlatform(platform.base)] });
  for (let n = 0; n < 40; n++) queue(database, `d${n}`, { lane: `slack T${n % 4}` });
  for (let runs = 0; (await outbox.count({ states: ['queued'] })) > 0 && runs < 200; runs++) {
    await sender.sendDue();
    await passOn();
  }
  expect(await outbox.count({ states: ['sent'] })).toBe(40);
  expect(new Set(platform.accepted.map(({ delivery }) => delivery)).size).toBe(40);
  expect(platform.accepted).toHaveLength(40);
  expect(platform.accepted.filter(({ answered }) => !answered).length).toBe(platform.met.dropAfter);
  for (const times of Object.values(platform.met)) expect(times).toBeGreaterThan(0);
  await platform.stop();
});
