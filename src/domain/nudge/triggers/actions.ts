import { dateHere } from '../../../core/clock.ts';
import { quarterBounds, quarterOf } from '../../../core/dates/quarter.ts';
import type { Action, Plan } from '../../plan/plan.ts';
import { lastDayOf } from '../../plan/plans.ts';
import { leadsOfAction } from '../recipients.ts';
import type { World } from '../world.ts';
import { type FindMatters, matter } from './trigger.ts';

/** Open actions of a running plan, before the end of each quarter in which they are planned or expected. */
export const actionDue: FindMatters = (world, rule, today) =>
  running(world, today).map((action) =>
    plannedQuarters(action).flatMap((quarter) => {
      const { end } = quarterBounds(quarter);
      if (end < today) return [];
      return [matter(rule, action.id, end, leadsOfAction(world, action), { saidAt: action.reportedAt })];
    }),
  );

/** Open actions of a running plan of which the last planned or expected quarter has passed. */
export const actionOverdue: FindMatters = (world, rule, today) =>
  running(world, today).map((action) => {
    const end = lastQuarterEnd(action);
    if (!end || end >= today) return [];
    return [
      matter(rule, action.id, end, leadsOfAction(world, action), { arose: end, saidAt: action.reportedAt }),
    ];
  });

/** Continuous actions of a running plan: once a quarter the question whether it still goes on as meant. */
export const actionPulse: FindMatters = (world, rule, today) =>
  running(world, today)
    .filter(({ planning }) => planning.kind === 'continuous')
    .map((action) => {
      const { start, end } = quarterBounds(quarterOf(today));
      if (action.reportedAt && dateHere(action.reportedAt) >= start) return [];
      return [matter(rule, action.id, end, leadsOfAction(world, action))];
    });

/** Open actions of a plan whose period has passed: one list to settle, once, and no nudges any more. */
export const openWhenPlanEnded: FindMatters = (world, rule, today) =>
  world.actions.filter(isOpen).map((action) => {
    const plan = world.plans.get(action.plan);
    const ended = plan && lastDayOf(plan);
    if (!ended || ended >= today) return [];
    if (action.reportedAt && dateHere(action.reportedAt) > ended) return [];
    return [matter(rule, action.id, ended, leadsOfAction(world, action), { until: '9999-12-31' })];
  });

function running(world: World, today: string): Action[] {
  const runs = (plan: Plan | undefined): boolean =>
    plan !== undefined && plan.start <= today && lastDayOf(plan) >= today;
  return world.actions.filter((action) => isOpen(action) && runs(world.plans.get(action.plan)));
}

function isOpen({ state }: Action): boolean {
  return state !== 'done' && state !== 'dropped';
}

/** Once a later quarter is expected, that one counts and the planned ones before it do not. */
function plannedQuarters({ planning, expectedQuarter }: Action): readonly string[] {
  return expectedQuarter ? [expectedQuarter] : planning.quarters;
}

function lastQuarterEnd(action: Action): string | undefined {
  const last = plannedQuarters(action).toSorted().at(-1);
  return last && quarterBounds(last).end;
}
