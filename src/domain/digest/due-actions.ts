import { quarterBounds } from '../../core/dates/quarter.ts';
import type { Scope } from '../access/visibility.ts';
import type { Action } from '../plan/plan.ts';
import { isOver, savedPlans } from '../plan/plans.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import { type DueAction, type Few, fewOf } from './digest.ts';

/**
 * Open actions that these organisations lead, in plans that run, whose quarter has ended or ends within six
 * weeks; the longest due first. How actions stand is for partners: a scope of the public gets none.
 */
export async function dueActions(
  store: Store,
  scope: Scope,
  today: Temporal.PlainDate,
  organisations: readonly Id<'organisation'>[],
): Promise<Few<DueAction>> {
  const last = today.add({ weeks: 6 }).toString();
  const open = await openActions(store, scope, today, organisations);
  return fewOf(open.filter((one): one is DueAction => one.due !== undefined && one.due <= last));
}

/** All open actions that these organisations lead in plans that run, the longest due first; those without a day last. */
export async function openActions(
  store: Store,
  scope: Scope,
  today: Temporal.PlainDate,
  organisations: readonly Id<'organisation'>[],
): Promise<OpenAction[]> {
  if (organisations.length === 0 || !(scope.partners || scope.everything)) return [];
  const plans = await savedPlans(store, scope);
  const running = new Set(
    plans.filter((plan) => plan.start <= today.toString() && !isOver(plan, today)).map(({ id }) => id),
  );
  const lists = await Promise.all(organisations.map((id) => store.linked('action', 'lead', id, scope)));
  const actions = new Map(lists.flat().map((action) => [action.id, action]));
  const open = [...actions.values()].filter((action) => running.has(action.plan) && !isSettled(action));
  const found = open.map((action) => ({ action, due: dueDayOf(action) }));
  const day = ({ due }: OpenAction): string => due ?? NEVER;
  return found.sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}

/** An action of which no quarter is known has no day. */
export type OpenAction = Omit<DueAction, 'due'> & { due: string | undefined };

/** After every day. */
const NEVER = '9999-99-99';

/** The end of the quarter in which it is expected now, else of its last planned one; an ISO date. */
export function dueDayOf({ expectedQuarter, planning }: Action): string | undefined {
  const quarter = expectedQuarter ?? planning.quarters.toSorted().at(-1);
  return quarter && quarterBounds(quarter).end;
}

/** Whether nothing is left to do on it. */
export function isSettled({ state }: Pick<Action, 'state'>): boolean {
  return state === 'done' || state === 'dropped';
}
