import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { busyWorld, CAMPAIGN, dayOf, moment, someone, tasksOf } from './busy-world.ts';
import { seeded, startFakePlatform } from './fake-platform.ts';
import { died, isDone, pause, roadsTo } from './kill-rounds.ts';
import { program } from './processes.ts';

/** More than one process takes at once (200), and quick to send: no tenant has more than may go together. */
const COUNT = 300;
const TENANTS = 150;

test('two programs on one database share the work, and bring every message once', async () => {
  const people = Array.from({ length: COUNT }, (_, n) =>
    someone(n, { platform: 'teams', tenant: `T${n % TENANTS}` }),
  );
  const tasks = people.flatMap((_, n) => tasksOf(n));
  const world = await busyWorld([...people, CAMPAIGN, ...tasks]);
  const opened = openStore({ path: world.database, simulated: true });
  const platform = await startFakePlatform({ random: seeded(1), slow: 100 });
  const env = { ...world.env(moment(0, '08:31')), ...roadsTo(platform, false) };
  const programs = [program(env), program(env)];
  await Promise.all(programs.map(({ ready }) => ready));
  await Promise.all(programs.map((one) => one.go()));
  while (!(await isDone(opened, dayOf(0)))) await Promise.race([pause(25), ...programs.map(died)]);
  for (const one of programs) one.stop();
  const ended = await Promise.all(programs.map((one) => one.ended));
  expect(ended.map(({ code, errors }) => `${code}${errors}`)).toEqual(['0', '0']);
  for (const { pid } of programs) expect(platform.postedBy(`${pid}`)).toBeGreaterThan(0);
  const arrived = platform.accepted.map(({ recipient }) => recipient);
  expect(arrived.toSorted()).toEqual(people.map(({ id }) => id).toSorted());
  const brought = platform.accepted.flatMap(({ nudges }) => nudges);
  expect(new Set(brought).size).toBe(brought.length);
  opened.database.close();
  await platform.stop();
}, 60_000);
