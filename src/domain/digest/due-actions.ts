import { quarterBounds } from '../../core/dates/quarter.ts';
import type { Scope } from '../access/visibility.ts';
import type { Action } from '../plan/plan.ts';
import { isOver, savedPlans } from '../plan/plans.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import { type DueAction, type Few, fewOf, NONE } from './digest.ts';

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
  if (organisations.length === 0 || !(scope.partners || scope.everything)) return NONE;
  const plans = await savedPlans(store, scope);
  const running = new Set(
    plans.filter((plan) => plan.start <= today.toString() && !isOver(plan, today)).map(({ id }) => id),
  );
  const lists = await Promise.all(organisations.map((id) => store.linked('action', 'lead', id, scope)));
  const actions = new Map(lists.flat().map((action) => [action.id, action]));
  const last = today.add({ weeks: 6 }).toString();
  const due = [...actions.values()].flatMap((action): DueAction[] => {
    const day = lastDayOf(action);
    if (!running.has(action.plan) || isSettled(action) || day === undefined || day > last) return [];
    return [{ action, due: day }];
  });
  return fewOf(due.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)));
}

/** The end of the quarter in which it is expected now, else of its last planned one. */
function lastDayOf({ expectedQuarter, planning }: Action): string | undefined {
  const quarter = expectedQuarter ?? planning.quarters.toSorted().at(-1);
  return quarter && quarterBounds(quarter).end;
}

function isSettled({ state }: Action): boolean {
  return state === 'done' || state === 'dropped';
}
