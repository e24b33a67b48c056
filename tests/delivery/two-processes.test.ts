import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { busyWorld, CAMPAIGN, dayOf, moment, someone, tasksOf } from './busy-world.ts';
import { seeded, startFakePlatform } from './fake-platform.ts';
import { died, isDone, pause, roadsTo } from './kill-rounds.ts';
import { program } from './processes.ts';

/** More than one process takes at once (200), and quick to send: no tenant has more than may go together. */
const COUNT = 300;
const TENANTS = 150;

const PEOPLE = Array.from({ length: COUNT }, (_, n) =>
  someone(n, { platform: 'teams', tenant: `T${n % TENANTS}` }),
);
const TASKS = PEOPLE.flatMap((_, n) => tasksOf(n));

test('two programs on one database share the work, and bring every message once', async () => {
  const world = await busyWorld([...PEOPLE, CAMPAIGN, ...TASKS]);
  const opened = openStore({ path: world.database, simulated: true });
  const platform = await startFakePlatform({ random: seeded(1), slow: 100 });
  const env = { ...world.env(moment(0, '08:31')), ...roadsTo(platform, false) };
  const programs = [program(env), program(env)];
  await Promise.all(programs.map(({ ready }) => ready));
  await Promise.all(programs.map((one) => one.go()));
  while (!(await isDone(opened, dayOf(0)))) await Promise.race([pause(25), ...programs.map(died)]);
  for (const one of programs) one.stop();
  const ended = await Promise.all(programs.map((one) => one.ended));
  expect(ended.map(({ code }) => code)).toEqual([0, 0]);
  for (const { pid } of programs) expect(platform.postedBy(`${pid}`)).toBeGreaterThan(0);
  const arrived = platform.accepted.map(({ recipient }) => recipient);
  expect(arrived.toSorted()).toEqual(PEOPLE.map(({ id }) => id).toSorted());
  const brought = platform.accepted.flatMap(({ nudges }) => nudges);
  expect(new Set(brought).size).toBe(brought.length);
  opened.database.close();
  await platform.stop();
}, 60_000);

test('a program that is told to stop ends what it began, and leaves the rest', async () => {
  const world = await busyWorld([...PEOPLE, CAMPAIGN, ...TASKS]);
  const opened = openStore({ path: world.database, simulated: true });
  const platform = await startFakePlatform({ random: seeded(1), slow: 100 });
  const one = program({ ...world.env(moment(0, '08:31')), ...roadsTo(platform, false) });
  await one.go();
  while (platform.postedBy(`${one.pid}`) === 0) await Promise.race([pause(5), died(one)]);
  one.stop();
  expect((await one.ended).code).toBe(0);
  expect(platform.accepted.length).toBeLessThan(COUNT);
  expect(await opened.outbox.count({ states: ['sent'] })).toBe(platform.accepted.length);
  opened.database.close();
  await platform.stop();
}, 60_000);
