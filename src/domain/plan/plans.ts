import type { Scope } from '../access/visibility.ts';
import type { Store } from '../ports.ts';
import type { Action, Plan } from './plan.ts';

/** The day after which a plan is over, unless a coordinator extends it. */
export function lastDayOf({ end, extendedUntil }: Plan): string {
  return extendedUntil && extendedUntil > end ? extendedUntil : end;
}

/** Whether a plan is only a draft whose text waits to be saved. A draft without text was discarded. */
export function isWaiting(plan: Plan | undefined): plan is Plan & { draft: NonNullable<Plan['draft']> } {
  return plan?.draft !== undefined && plan.draft.text !== '';
}

/** Whether a plan's period has passed: its open actions are then a list to settle. */
export function isOver(plan: Plan, today: Temporal.PlainDate): boolean {
  return lastDayOf(plan) < today.toString();
}

/** The plan that is meant when none is named: the newest one that runs, else the newest. */
export async function currentPlan(
  store: Store,
  scope: Scope,
  today: Temporal.PlainDate,
): Promise<Plan | undefined> {
  const day = today.toString();
  const plans = await savedPlans(store, scope);
  return plans.find((plan) => plan.start <= day && !isOver(plan, today)) ?? plans[0];
}

/** All plans but those that are still being made, the newest first. */
export async function savedPlans(store: Store, scope: Scope): Promise<Plan[]> {
  const plans = (await store.list('plan', scope)).filter(({ draft }) => draft === undefined);
  return plans.sort((a, b) => (a.start === b.start ? 0 : a.start < b.start ? 1 : -1));
}

/** The actions of a plan in the order of the plan. */
export async function actionsOf(store: Store, scope: Scope, plan: Plan['id']): Promise<Action[]> {
  const actions = await store.linked('action', 'plan', plan, scope);
  return actions.sort((a, b) => a.theme - b.theme || placeOf(a) - placeOf(b));
}

function placeOf({ key }: Action): number {
  return Number(key.slice(key.indexOf('.') + 1));
}
