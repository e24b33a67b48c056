import { isNotNull, sql } from 'drizzle-orm';
import { HOME_ZONE, systemClock } from '../../src/core/clock.ts';
import { isWorkingTime } from '../../src/domain/courtesy/working-time.ts';
import { LEASE_FOR } from '../../src/domain/delivery/outbox.ts';
import { delivery } from '../../src/store/message-tables.ts';
import type { Opened } from '../../src/store/open-store.ts';
import type { BusyWorld } from './busy-world.ts';
import { dayOf, moment } from './busy-world.ts';
import type { Accepted, FakePlatform } from './fake-platform.ts';
import { type Program, program } from './processes.ts';

export interface Killing {
  world: BusyWorld;
  /** Over the same database, to look at it between the rounds. */
  opened: Opened;
  platform: FakePlatform;
  canFind: boolean;
  random: () => number;
}

export interface Tally {
  kills: number;
  /** Deliveries in the hands of a killed process, begun and not known to have arrived; of all kills together. */
  open: number;
  /** Messages that were taken in without the sender learning so, in the order of arrival. */
  lostByPlatform: Accepted[];
  lostByKill: Accepted[];
}

const PER_ROUND = 2;
const POLL = 25;
const HOURS = { zone: HOME_ZONE, from: '08:30', until: '17:00' };

/** Two programs at once on one database, killed each at its own moment; and so on for each of these clocks. */
export async function killRounds(killing: Killing, clocks: readonly Temporal.Instant[]): Promise<Tally> {
  const { opened, platform, random } = killing;
  const tally: Tally = { kills: 0, open: 0, lostByPlatform: [], lostByKill: [] };
  await warmUp(killing, clocks[0]);
  let next = pair(killing, clocks[0]);
  let isFree = true;
  for (const [index, clock] of clocks.entries()) {
    const programs = next;
    // Those of the next round load while these work.
    next = pair(killing, clocks[index + 1]);
    const before = platform.accepted.length;
    const mayWork = isFree && isWorkingTime(clock, HOURS);
    const since = systemClock().monotonic();
    await Promise.all(programs.map(({ ready }) => ready));
    const round = { until: performance.now() + (mayWork ? LONGEST.working : LONGEST.idle) };
    await Promise.all(
      programs.map(async (one) => {
        const fate = fateOf(random);
        await one.go();
        await untilItsMoment(one, fate, platform, round);
        one.kill();
      }),
    );
    for (const { signal, errors } of await Promise.all(programs.map(({ ended }) => ended))) {
      if (signal !== 'SIGKILL') throw new Error(`a program ended before it was killed: ${errors}`);
      tally.kills++;
    }
    await platform.settled();
    tally.open += held(opened, since + LEASE_FOR);
    reckon(opened, platform.accepted.slice(before), tally);
    // Mostly as if a minute went by before the next start; else what was held then still is.
    isFree = random() < 0.9;
    if (isFree) letLeasesRunOut(opened);
  }
  return tally;
}

/** When a program is killed: so many milliseconds after so many messages that it posted, or after a while. */
interface Fate {
  posts: number;
  after: number;
}

/** A program that has nothing to send, or leaves it all to the other, is not waited for much longer. */
const LONGEST = { idle: 400, working: 4_000 };

/** One in four while it starts and plans, the others while they send. */
function fateOf(random: () => number): Fate {
  const starts = random() < 0.25;
  const posts = starts ? 0 : 1 + Math.floor(random() * 10);
  return { posts, after: random() * (starts ? 400 : 60) };
}

async function untilItsMoment(
  { pid }: Program,
  { posts, after }: Fate,
  platform: FakePlatform,
  round: { until: number },
): Promise<void> {
  while (platform.postedBy(`${pid}`) < posts && performance.now() < round.until) await pause(5);
  if (posts > 0) round.until = Math.min(round.until, performance.now() + LONGEST.idle);
  await pause(after);
}

/** One program on a platform that is well again, until it planned that morning and nothing is queued any more. */
export async function finish(killing: Killing, day: number, tally: Tally): Promise<void> {
  const { world, opened, platform, canFind } = killing;
  letLeasesRunOut(opened);
  const before = platform.accepted.length;
  const last = program({ ...world.env(moment(day, '08:31')), ...roadsTo(platform, canFind) });
  await last.go();
  while (!(await isDone(opened, dayOf(day)))) await Promise.race([pause(POLL), died(last)]);
  last.stop();
  const { code, errors } = await last.ended;
  if (code !== 0) throw new Error(`the last program ended with ${code}: ${errors}`);
  await platform.settled();
  reckon(opened, platform.accepted.slice(before), tally);
}

/** Loads the program once and lets it end well, so that what it compiled is kept. */
async function warmUp(killing: Killing, clock: Temporal.Instant | undefined): Promise<void> {
  const [one, other] = pair(killing, clock);
  await other?.ready;
  other?.kill();
  await one?.ready;
  one?.stop();
  await one?.ended;
}

/** What a program needs to know of the fake platform. */
export function roadsTo({ base }: FakePlatform, canFind: boolean): Record<string, string> {
  return { FAKE_PLATFORM: base, CAN_FIND: canFind ? 'yes' : 'no' };
}

/** Whether everybody's morning was planned and nothing waits any more. */
export async function isDone({ nudges, outbox }: Opened, day: string): Promise<boolean> {
  const slots = [...(await nudges.slots()).values()];
  const isPlanned = slots.length > 0 && slots.every((slot) => slot.day === day);
  return isPlanned && (await outbox.count({ states: ['queued'] })) === 0;
}

/** Comes back after so many milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((over) => setTimeout(over, milliseconds));
}

/** Never comes back while the program runs. */
export async function died(one: Program): Promise<never> {
  throw new Error(`the program ended by itself: ${JSON.stringify(await one.ended)}`);
}

function pair({ world, platform, canFind }: Killing, clock: Temporal.Instant | undefined): Program[] {
  if (!clock) return [];
  const env = { ...world.env(clock), ...roadsTo(platform, canFind) };
  return Array.from({ length: PER_ROUND }, () => program(env));
}

/** All processes of the round are dead, so what is not written as sent by now was never acknowledged. */
function reckon({ database }: Opened, accepted: readonly Accepted[], tally: Tally): void {
  const rows = database.orm.select({ id: delivery.id, state: delivery.state }).from(delivery).all();
  const states = new Map(rows.map(({ id, state }) => [id, state]));
  for (const one of accepted) {
    if (!one.answered) tally.lostByPlatform.push(one);
    else if (states.get(one.delivery) !== 'sent') tally.lostByKill.push(one);
  }
}

/** Deliveries that somebody held and had begun to send; `since` is a moment on the machine's clock. */
function held({ database }: Opened, since: number): number {
  return database.orm
    .select({ id: delivery.id })
    .from(delivery)
    .where(sql`${delivery.leaseUntil} > ${since} AND ${delivery.road} IS NOT NULL`)
    .all().length;
}

function letLeasesRunOut({ database }: Opened): void {
  const leaseUntil = sql`${delivery.leaseUntil} - ${LEASE_FOR}`;
  database.orm.update(delivery).set({ leaseUntil }).where(isNotNull(delivery.leaseUntil)).run();
}
