import { type Clock, systemClock } from '../src/core/clock.ts';
import { givingWay } from '../src/core/give-way.ts';
import type { Campaign } from '../src/domain/campaign/campaign.ts';
import { createPlanner } from '../src/jobs/planner.ts';
import { situationReader } from '../src/jobs/situation.ts';
import { idOfNumber } from './campaigns.ts';
import type { FilledMessages } from './filled-messages.ts';
import { NOW } from './filled-store.ts';
import { compared, timeOf, usedMemory } from './measure.ts';
import { plainWorld } from './plain-world.ts';
import { report } from './topic.ts';

/** Thursday of the same week, in the morning of nearly everyone. */
const THURSDAY = NOW.add({ hours: 3 * 24 - 1 });
/** So many passes with nothing to do are measured together. */
const STEADY = 20;

const PASSES = {
  first: 'pass: all read, a Monday for all',
  steady: 'pass: nothing changed',
  changed: 'pass: one record changed',
  answered: 'pass: one nudge was answered',
  morning: 'pass: the next morning',
} as const;
type Pass = keyof typeof PASSES;

/** Measures passes of the planner on a Monday and a Thursday, each beside a plain read of what the first reads. */
export async function measurePasses(filled: FilledMessages, size: number, rounds: number): Promise<void> {
  report({ what: 'memory that the planner holds', size, ours: await heldBy(filled), unit: 'MB' });
  const read = plainWorld(filled.database);
  const measured: { plain: number; passes: Record<Pass, number> }[] = [];
  // The first round is for warming up.
  for (let round = 0; round <= rounds; round++) {
    const plain = await timeOf(read);
    const passes = await passesOf(filled, round);
    if (round > 0) measured.push({ plain, passes });
  }
  for (const [pass, what] of Object.entries(PASSES)) {
    const times = measured.map(({ plain, passes }) => ({ plain, ours: passes[pass as Pass] }));
    report({ what, size, ...compared(times), unit: 'ms' });
  }
}

async function passesOf(filled: FilledMessages, round: number): Promise<Record<Pass, number>> {
  const { database } = filled;
  const { clock, plan } = plannerOf(filled);
  filled.forget();
  await change(filled, `${round} first`);
  const first = await timeOf(plan);
  const steady = await timeOf(async () => {
    for (let time = 0; time < STEADY; time++) await plan();
  });
  await change(filled, `${round} second`);
  const changed = await timeOf(plan);
  filled.bring();
  const [id] = database.sqlite.prepare('SELECT id FROM nudge LIMIT 1').pluck().all() as string[];
  const answer = { word: 'on-schedule', by: 'person/bench-0', at: NOW.toString() } as const;
  await filled.stores.nudges.answer(id ?? '', answer, { alone: false });
  const answered = await timeOf(plan);
  clock.now = () => THURSDAY;
  const morning = await timeOf(plan);
  return { first, steady: steady / STEADY, changed, answered, morning };
}

/** A planner as it is after a start, with a clock that stands still. */
function plannerOf({ stores }: FilledMessages): { clock: Clock; plan: () => Promise<number> } {
  const clock: Clock = { ...systemClock(), now: () => NOW };
  const onError = (error: unknown): void => {
    throw error;
  };
  const situation = situationReader(stores, givingWay(clock.monotonic));
  return { clock, plan: createPlanner({ ...stores, clock, onError, situation }) };
}

async function change({ stores, touch }: FilledMessages, note: string): Promise<void> {
  const campaign = (await stores.store.get(idOfNumber(0))) as Campaign;
  await touch({ ...campaign, note });
}

/** What a first pass leaves in memory, for the passes and messages after it. */
async function heldBy(filled: FilledMessages): Promise<number> {
  const before = usedMemory();
  const { plan } = plannerOf(filled);
  await plan();
  const held = usedMemory() - before;
  // Used again, so that what it keeps was still kept when it was counted.
  await plan();
  return held;
}
