import { randomInt } from 'node:crypto';
import { describe, expect, onTestFailed, test } from 'vitest';
import { simulate } from '../../src/cli/simulation.ts';
import { todayAt } from '../../src/core/clock.ts';
import { agendaFor } from '../../src/domain/nudge/agenda.ts';
import { bundleFor } from '../../src/domain/nudge/bundle.ts';
import { isEscalation } from '../../src/domain/nudge/next-step.ts';
import { readWorld } from '../../src/domain/nudge/world.ts';
import type { AnyRecord } from '../../src/domain/records.ts';
import { delivery, nudge } from '../../src/store/message-tables.ts';
import { type Opened, openStore } from '../../src/store/open-store.ts';
import { RULES } from '../support/test-store.ts';
import { actionsOf, busyWorld, CAMPAIGN, dayOf, moment, personId, someone, tasksOf } from './busy-world.ts';
import { type Accepted, type FakePlatform, seeded, startFakePlatform } from './fake-platform.ts';
import { finish, type Killing, killRounds, type Tally } from './kill-rounds.ts';

const BAD = { accept: 40, busy: 3, fail: 20, dropBefore: 17, dropAfter: 20 };
const SLOW = 150;
/** Days after the first Monday: Mondays and Thursdays. */
const MORNINGS = [0, 3, 7, 10, 14, 17];
/** On the last two mornings of a run nobody is killed. */
const QUIET = 2;

describe('a program that is killed at any moment, two at a time on one database', () => {
  test('brings everything once to a platform that can be asked what arrived', async () => {
    const { tally, platform, opened, last } = await run({ mornings: MORNINGS, rounds: 25, canFind: true });
    expect(tally.kills).toBeGreaterThanOrEqual(200);
    expect(tally.open).toBeGreaterThan(0);
    for (const times of Object.values(platform.met)) expect(times).toBeGreaterThan(0);
    expect(tally.lostByPlatform.length).toBeGreaterThan(0);
    expect(tally.lostByKill.length).toBeGreaterThan(0);
    expect(twice(platform.accepted, ({ delivery }) => [delivery])).toEqual(new Map());
    expect(twice(platform.accepted, asked)).toEqual(new Map());
    await expectAllArrived(platform, opened, last);
  }, 900_000);

  test('brings nothing twice to another platform but what it took in without the program learning so', async () => {
    const { tally, platform, opened, last } = await run({
      mornings: MORNINGS.slice(0, 4),
      rounds: 10,
      canFind: false,
    });
    expect(tally.kills).toBeGreaterThanOrEqual(40);
    const lost = [...tally.lostByPlatform, ...tally.lostByKill];
    expectNoMoreThan(
      twice(platform.accepted, ({ delivery }) => [delivery]),
      count(lost, ({ delivery }) => [delivery]),
    );
    expectNoMoreThan(twice(platform.accepted, asked), count(lost, asked));
    await expectAllArrived(platform, opened, last);
  }, 300_000);
});

async function run(given: { mornings: readonly number[]; rounds: number; canFind: boolean }) {
  const seed = Number(process.env.SEED ?? randomInt(1_000_000));
  onTestFailed(() => void process.stdout.write(`to run it again: SEED=${seed}\n`));
  const random = seeded(seed);
  const world = await busyWorld(PEOPLE);
  const opened = openStore({ path: world.database, simulated: true });
  const platform = await startFakePlatform({ random: seeded(seed + 1), behaviours: BAD, slow: SLOW });
  const killing: Killing = { world, opened, platform, canFind: given.canFind, random };
  const { mornings } = given;
  const clocks = mornings
    .slice(0, -QUIET)
    .flatMap((day, index) => clocksOf(day, mornings[index + 1] ?? day, given.rounds));
  const begun = performance.now();
  const tally = await killRounds(killing, clocks);
  platform.heal();
  for (const day of mornings.slice(-QUIET)) await finish(killing, day, tally);
  const seconds = (performance.now() - begun) / 1_000;
  process.stdout.write(`${summary(given.canFind, seed, seconds, tally, platform, opened)}\n`);
  await platform.stop();
  return { tally, platform, opened, last: mornings.at(-1) ?? 0 };
}

/** The clocks of the rounds around a morning: mostly on the day itself, the last just before the next morning. */
function clocksOf(day: number, next: number, rounds: number): Temporal.Instant[] {
  return Array.from({ length: rounds }, (_, round) => {
    if (round < rounds * 0.6)
      return moment(day, '08:31').add({ minutes: Math.floor(round * (700 / rounds)) });
    if (round < rounds * 0.8)
      return moment(day + 1, '09:00').add({ minutes: Math.floor(round * (400 / rounds)) });
    if (round < rounds * 0.88) return moment(day + 2, '03:00').add({ minutes: round });
    return moment(next, '08:29').add({ seconds: 59, milliseconds: round });
  });
}

/** More than one process takes at once, over so many tenants that both have something to do. */
const COUNT = 240;
const TENANTS = 80;
/** A third on Slack, the others on Teams; some lead an action of the plan, and get digests. */
const PEOPLE: AnyRecord[] = [
  ...Array.from({ length: COUNT }, (_, n) => {
    const index = n % TENANTS;
    return someone(n, { platform: index % 3 === 0 ? 'slack' : 'teams', tenant: `T${index}` });
  }),
  CAMPAIGN,
  ...Array.from({ length: COUNT }, (_, n) => tasksOf(n)).flat(),
  ...actionsOf(Array.from({ length: 60 }, (_, n) => personId(n * 3))),
];

/** The nudges that a message brings; a digest repeats others, so it does not count. */
function asked({ kind, nudges }: Accepted): readonly string[] {
  return kind === 'digest' ? [] : nudges;
}

function count(
  accepted: readonly Accepted[],
  keysOf: (one: Accepted) => readonly string[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of accepted.flatMap(keysOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** How often too often each key was taken in, for those that were. */
function twice(
  accepted: readonly Accepted[],
  keysOf: (one: Accepted) => readonly string[],
): Map<string, number> {
  return new Map(
    [...count(accepted, keysOf)].flatMap(([key, times]) => (times > 1 ? [[key, times - 1] as const] : [])),
  );
}

function expectNoMoreThan(found: Map<string, number>, allowed: Map<string, number>): void {
  expect([...found].filter(([key, times]) => times > (allowed.get(key) ?? 0))).toEqual([]);
}

type Matter = Pick<typeof nudge.$inferSelect, 'recipient' | 'rule' | 'subject' | 'due'>;

const keyOf = ({ recipient, rule, subject, due }: Matter): string =>
  [recipient, rule, subject, due].join(' ');

/** All that was to be brought arrived, and all that is written down as sent did. */
async function expectAllArrived({ accepted }: FakePlatform, opened: Opened, last: number): Promise<void> {
  const arrivedIn = new Set(accepted.flatMap((one) => one.nudges.map((id) => `${one.delivery} ${id}`)));
  const deliveries = opened.database.orm.select().from(delivery).all();
  const ends = new Set(deliveries.map(({ state }) => state));
  expect(['queued', 'dead'].filter((state) => ends.has(state))).toEqual([]);
  const ids = new Set(accepted.map((one) => one.delivery));
  expect(deliveries.filter(({ id, state }) => state === 'sent' && !ids.has(id))).toEqual([]);

  const nudges = opened.database.orm.select().from(nudge).all();
  expect(nudges.filter((one) => one.state !== 'sent' || !arrivedIn.has(`${one.delivery} ${one.id}`))).toEqual(
    [],
  );

  const arrived = new Set(nudges.map(keyOf));
  const due = await dueAt(opened, last);
  expect(due.length).toBeGreaterThan(COUNT);
  expect(due.map(keyOf).filter((key) => !arrived.has(key))).toEqual([]);

  // What could not be brought while it was of use is on record as a message that did not go, or went too late.
  const stillDue = new Set(due.map(keyOf));
  const usual = await undisturbed(last);
  const late = usual.filter((one) => !arrived.has(keyOf(one)) && !stillDue.has(keyOf(one)));
  const hindered = new Set(deliveries.filter(wasHindered).map(({ recipient }) => recipient));
  expect(late.filter(({ recipient }) => !hindered.has(recipient))).toEqual([]);
  process.stdout.write(
    `${usual.length} undisturbed, ${arrived.size} arrived, ${due.length} due at the end, ${late.length} too late\n`,
  );
}

/** Not sent at all, or on a later day than it was meant for: what was only of use until then is left out of it. */
function wasHindered({ state, createdAt, sentAt }: typeof delivery.$inferSelect): boolean {
  const dayAt = (milliseconds: number) => todayAt(Temporal.Instant.fromEpochMilliseconds(milliseconds));
  return state !== 'sent' || (sentAt !== null && !dayAt(createdAt).equals(dayAt(sentAt)));
}

/** What the planner would bring on the last morning if nothing had ever been brought. */
async function dueAt({ store }: Opened, last: number): Promise<Matter[]> {
  const at = moment(last, '08:31').toString();
  const world = await readWorld(store, moment(last, '08:31'));
  const agenda = agendaFor(world, RULES, new Map(), dayOf(last));
  const morning = { day: dayOf(last), next: dayOf(last + 4) };
  return [...world.people.values()].flatMap((person) =>
    bundleFor(agenda, person, morning, Number.POSITIVE_INFINITY, { at, delivery: '' }).map(
      ({ nudge }) => nudge,
    ),
  );
}

/** What is brought when nothing goes wrong; not what depends on when somebody was first asked. */
async function undisturbed(last: number): Promise<Matter[]> {
  const { database } = await busyWorld(PEOPLE);
  const { database: copy, ...stores } = openStore({ path: database, simulated: true });
  const publicUrl = 'https://campagneregie.example';
  await simulate({ ...stores, rules: RULES, publicUrl }, dayOf(0), dayOf(last), () => undefined);
  const nudges = copy.orm.select().from(nudge).all();
  copy.close();
  return nudges.filter(({ step }) => !isEscalation(step));
}

function summary(
  canFind: boolean,
  seed: number,
  seconds: number,
  tally: Tally,
  { accepted, met }: FakePlatform,
  { database }: Opened,
): string {
  const extra = (keysOf: (one: Accepted) => readonly string[]): number =>
    [...twice(accepted, keysOf).values()].reduce((sum, times) => sum + times, 0);
  const states = Object.entries(
    Object.groupBy(database.orm.select().from(delivery).all(), ({ state }) => state),
  ).map(([state, rows]) => `${rows?.length} ${state}`);
  return [
    `killed ${tally.kills} times in ${Math.round(seconds)} s (seed ${seed}, ${canFind ? 'with' : 'without'} looking up)`,
    `${tally.open} messages whose arrival was not known were in the hands of what was killed`,
    `taken in: ${accepted.length} messages by ${new Set(accepted.map(({ by }) => by)).size} processes; deliveries: ${states.join(', ')}`,
    `acknowledgements lost: ${tally.lostByPlatform.length} by the platform, ${tally.lostByKill.length} by a kill`,
    `duplicates: ${extra(({ delivery }) => [delivery])} messages, ${extra(asked)} nudges`,
    `the platform: ${JSON.stringify(met)}`,
  ].join('\n  ');
}
