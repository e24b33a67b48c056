import { todayAt } from '../../core/clock.ts';
import { Refusal } from '../../core/errors.ts';
import { isCoordinator, require } from '../access/may.ts';
import { type By, changeOne } from '../change-one.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import type { Plan } from './plan.ts';

/** Lets a plan run until a later day than its own last one. Refuses beside the field `tot`. */
export async function extendPlan(store: Store, by: By, id: Id<'plan'>, until: string): Promise<Plan> {
  require(isCoordinator(by.actor), 'coordinators-only');
  if (until < todayAt(by.at).toString()) throw new Refusal('plan-until-past', {}, 'tot');
  return changeOne(store, by, 'plan.extend', id, (plan) => {
    if (plan.draft) throw new Refusal('not-found');
    if (until <= plan.end) throw new Refusal('plan-until-early', { title: plan.title }, 'tot');
    return { ...plan, extendedUntil: until };
  });
}
