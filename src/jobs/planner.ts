import type { Clock } from '../core/clock.ts';
import { LEASE_FOR } from '../domain/delivery/outbox.ts';
import { reasonText } from '../domain/delivery/reasons.ts';
import { planPass } from '../domain/nudge/plan-pass.ts';
import { problemsIn } from '../domain/nudge/problems.ts';
import type { World } from '../domain/nudge/world.ts';
import type { Situation, SituationOptions } from './situation.ts';

export interface PlannerOptions extends Pick<SituationOptions, 'nudges' | 'outbox' | 'rules'> {
  clock: Clock;
  situation: (at: Temporal.Instant) => Promise<Situation>;
  /** A rule or a person that could not be looked at; the others were. */
  onError: (error: unknown, delivery: undefined) => void;
}

/**
 * Makes the planner: a function that queues what is due and not there yet, and gives how many messages that
 * were. It may be called at any time and by several processes; a morning is planned once.
 */
export function createPlanner({
  nudges,
  outbox,
  rules,
  clock,
  situation,
  onError,
}: PlannerOptions): () => Promise<number> {
  const told = new WeakSet<object>();
  const tell = (world: World): void => {
    for (const [name, error] of problemsIn(world)) {
      const problem = error instanceof Error ? error : new Error(String(error));
      if (!told.has(problem))
        onError(new Error(`${name}: ${problem.message}`, { cause: problem }), undefined);
      told.add(problem);
    }
  };
  return async () => {
    const now = clock.now();
    const time = { now, monotonic: clock.monotonic(), leaseFor: LEASE_FOR };
    // What was too late to send must not count as brought, so it ends before anything new is planned.
    await outbox.expireDue({ ...time, reason: reasonText('too-late') });
    const { world, history } = await situation(now);
    const pass = { world, rules, history, now };
    const first = planPass({ ...pass, slots: await nudges.slots() });
    tell(world);
    if (first.slots.length + first.deliveries.length === 0) return 0;
    return nudges.plan(now, (slots) => planPass({ ...pass, slots }));
  };
}
