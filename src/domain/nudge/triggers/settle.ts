import { addDays } from '../../../core/dates/day-number.ts';
import type { Matter } from '../matter.ts';
import { actionOverdue, openWhenPlanEnded } from './actions.ts';
import { evaluation } from './evaluation.ts';
import { taskOverdue } from './tasks.ts';
import type { FindMatters } from './trigger.ts';

/** A campaign that ended longer ago than this before the start is left in peace. */
const EVALUATION_DAYS = 90;

/**
 * What was late already when sending began, and what is open when a plan ends: each lead gets it once, as one
 * list to settle (goes on, done, dropped). What is left of it shows in the coordinator's digest alone.
 */
export const settle: FindMatters = (world, rule, today) => {
  const { startedOn } = world;
  if (!startedOn) return openWhenPlanEnded(world, rule, today);
  const late = [taskOverdue, actionOverdue].flatMap((find) => find(world, rule, today));
  const ended = evaluation(world, { ...rule, expires: 730 }, today).filter(
    ({ due }) => addDays(due, EVALUATION_DAYS) >= startedOn,
  );
  const before = [...late, ...ended].filter(({ due }) => due < startedOn).map(once);
  const known = new Set(before.map(({ subject }) => subject));
  return [...before, ...openWhenPlanEnded(world, rule, today).filter(({ subject }) => !known.has(subject))];
};

function once(matter: Matter): Matter {
  return { ...matter, arose: undefined, until: '9999-12-31' };
}
