import type { Clock } from '../core/clock.ts';
import { givingWay } from '../core/give-way.ts';
import { inTurns } from '../core/steps.ts';
import { LEASE_FOR } from '../domain/delivery/outbox.ts';
import { reasonText } from '../domain/delivery/reasons.ts';
import { isAsBefore, planSteps, together } from '../domain/nudge/plan-pass.ts';
import { problemsIn } from '../domain/nudge/problems.ts';
import type { World } from '../domain/nudge/world.ts';
import { queueLetters } from './queue-letters.ts';
import type { Situation, SituationOptions } from './situation.ts';

export interface PlannerOptions extends SituationOptions {
  clock: Clock;
  situation: (at: Temporal.Instant) => Promise<Situation>;
  /** A rule or a person that could not be looked at; the others were. */
  onError: (error: unknown, delivery: undefined) => void;
}

/** So many recipients' plans are written in one transaction, each recipient's as a whole. */
const PORTION = 20;
/** Who is still left then has their turn at the next tick. */
const MOST_PASSES = 3;

/**
 * Makes the planner: a function that queues what is due and not there yet, and gives how many messages that
 * were. It may be called at any time and by several processes; a morning is planned once.
 */
export function createPlanner({
  store,
  nudges,
  outbox,
  rules,
  clock,
  situation,
  onError,
}: PlannerOptions): () => Promise<number> {
  const giveWay = givingWay(() => clock.monotonic());
  const told = new WeakSet<object>();
  const tell = (world: World): void => {
    for (const [name, error] of problemsIn(world)) {
      const problem = error instanceof Error ? error : new Error(String(error));
      if (!told.has(problem))
        onError(new Error(`${name}: ${problem.message}`, { cause: problem }), undefined);
      told.add(problem);
    }
  };
  /** One pass; gives how many messages it queued, and whether somebody else planned for the same people. */
  const pass = async (now: Temporal.Instant): Promise<{ queued: number; crossed: boolean }> => {
    const { world, history } = await situation(now);
    const slots = await nudges.slots();
    const plans = await inTurns(planSteps({ world, rules, history, slots, now }), giveWay);
    tell(world);
    let [queued, crossed] = [0, false];
    for (let start = 0; start < plans.length; start += PORTION) {
      const portion = plans.slice(start, start + PORTION);
      await giveWay();
      queued += await nudges.plan(now, (current) => {
        const good = portion.filter((plan) => isAsBefore(plan, slots, current));
        if (good.length < portion.length) crossed = true;
        return together(good);
      });
    }
    return { queued, crossed };
  };
  return async () => {
    const now = clock.now();
    const time = { now, monotonic: clock.monotonic(), leaseFor: LEASE_FOR };
    // What was too late to send must not count as brought, so it ends before anything new is planned.
    await outbox.expireDue({ ...time, reason: reasonText('too-late') });
    let all = await queueLetters({ store, nudges }, now);
    for (let passes = 1; ; passes++) {
      const { queued, crossed } = await pass(now);
      all += queued;
      if (!crossed || passes === MOST_PASSES) return all;
    }
  };
}
