import type { Scope } from '../access/visibility.ts';
import { dueDayOf, isSettled } from '../digest/due-actions.ts';
import type { Action, ActionState, Plan } from '../plan/plan.ts';
import { actionsOf, currentPlan, isOver, savedPlans } from '../plan/plans.ts';
import type { Store } from '../ports.ts';

export interface ActionRow {
  action: Action;
  theme: string;
  /** The last day of the quarter in which it is due; undefined when none is known. */
  due: string | undefined;
  /** Not settled, and its quarter has ended. */
  overdue: boolean;
}

/** How many actions stand how. */
export type StateCounts = Readonly<Record<ActionState, number>> & { overdue: number; total: number };

export interface PlanActions {
  plan: Plan;
  rows: readonly ActionRow[];
  themes: readonly { no: number; title: string; counts: StateCounts }[];
  counts: StateCounts;
}

/** The actions of the plans that run on a day, by theme and state; without such a plan those of the newest one. */
export async function actionsByState(
  store: Store,
  scope: Scope,
  today: Temporal.PlainDate,
): Promise<PlanActions[]> {
  const day = today.toString();
  const running = (await savedPlans(store, scope)).filter(
    (plan) => plan.start <= day && !isOver(plan, today),
  );
  const newest = running.length > 0 ? undefined : await currentPlan(store, scope, today);
  const plans = newest ? [newest] : running;
  return Promise.all(plans.map(async (plan) => inPlan(plan, await actionsOf(store, scope, plan.id), day)));
}

function inPlan(plan: Plan, actions: readonly Action[], day: string): PlanActions {
  const titles = new Map(plan.themes.map(({ no, title }) => [no, title]));
  const rows = actions.map((action): ActionRow => {
    const due = dueDayOf(action);
    const overdue = due !== undefined && due < day && !isSettled(action);
    return { action, theme: titles.get(action.theme) ?? '', due, overdue };
  });
  const themes = [...Map.groupBy(rows, ({ action }) => action.theme)].sort(([a], [b]) => a - b);
  return {
    plan,
    rows,
    themes: themes.map(([no, own]) => ({ no, title: titles.get(no) ?? '', counts: countsOf(own) })),
    counts: countsOf(rows),
  };
}

function countsOf(rows: readonly ActionRow[]): StateCounts {
  const counts = {
    unknown: 0,
    'on-schedule': 0,
    late: 0,
    done: 0,
    dropped: 0,
    overdue: 0,
    total: rows.length,
  };
  for (const { action, overdue } of rows) {
    counts[action.state] += 1;
    if (overdue) counts.overdue += 1;
  }
  return counts;
}
