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
export const settle: FindMatters = function* (world, rule, today) {
  const { startedOn } = world;
  const known = new Set<string>();
  if (startedOn)
    for (const part of late(world, rule, today)) {
      const before = part.filter(({ due }) => due < startedOn).map(once);
      for (const { subject } of before) known.add(subject);
      yield before;
    }
  for (const part of openWhenPlanEnded(world, rule, today))
    yield part.filter(({ subject }) => !known.has(subject));
};

const late: FindMatters = function* (world, rule, today) {
  yield* taskOverdue(world, rule, today);
  yield* actionOverdue(world, rule, today);
  for (const part of evaluation(world, { ...rule, expires: 730 }, today))
    yield part.filter(({ due }) => addDays(due, EVALUATION_DAYS) >= (world.startedOn ?? ''));
};

function once(matter: Matter): Matter {
  return { ...matter, arose: undefined, until: '9999-12-31' };
}
