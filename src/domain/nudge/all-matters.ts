import type { Steps } from '../../core/steps.ts';
import type { Matter } from './matter.ts';
import { orProblem } from './problems.ts';
import { coordinators } from './recipients.ts';
import type { NudgeRule, NudgeRules, Trigger } from './rule.ts';
import { actionDue, actionOverdue, actionPulse } from './triggers/actions.ts';
import { cancelled, moved } from './triggers/changes.ts';
import { dateOpen, seriesGap } from './triggers/dates.ts';
import { evaluation } from './triggers/evaluation.ts';
import { hook } from './triggers/hook.ts';
import { invitation } from './triggers/invitations.ts';
import { overlaps } from './triggers/overlaps.ts';
import { practiceDecided, practiceProposal } from './triggers/practices.ts';
import { preparation } from './triggers/preparation.ts';
import { settle } from './triggers/settle.ts';
import { taskDue, taskOverdue } from './triggers/tasks.ts';
import type { FindMatters } from './triggers/trigger.ts';
import { undelivered } from './triggers/undelivered.ts';
import {
  contactExpires,
  helpPointCheck,
  newsletter,
  noContact,
  outdated,
  practiceReview,
  proposal,
} from './triggers/upkeep.ts';
import type { World } from './world.ts';

const FINDERS: Record<Trigger, FindMatters> = {
  'date-open': dateOpen,
  'series-gap': seriesGap,
  preparation,
  hook,
  'task-due': taskDue,
  'task-overdue': taskOverdue,
  invitation,
  overlap: overlaps,
  moved,
  cancelled,
  evaluation,
  'action-due': actionDue,
  'action-overdue': actionOverdue,
  'action-pulse': actionPulse,
  settle,
  proposal,
  'practice-proposal': practiceProposal,
  'practice-decided': practiceDecided,
  'practice-review': practiceReview,
  'help-point-check': helpPointCheck,
  outdated,
  'contact-expires': contactExpires,
  'no-contact': noContact,
  newsletter,
  undelivered,
};

/**
 * All that the rules find on a day (ISO date, partnership's zone). What came about before sending began is left
 * out: it is in the list to settle, or in the coordinator's digest.
 */
export function* allMatters(world: World, { rules }: NudgeRules, today: string): Steps<Matter[]> {
  const { startedOn } = world;
  const isOld = ({ arose }: Matter): boolean =>
    startedOn !== undefined && arose !== undefined && arose < startedOn;
  const all: Matter[] = [];
  for (const rule of rules)
    for (const one of yield* orProblem(world, `rule ${rule.key}`, [], () => foundBy(world, rule, today))) {
      const matter = rule.to === 'coordinators' ? { ...one, ...coordinators(world) } : one;
      if (!isOld(matter) && matter.first.length > 0) all.push(matter);
      yield;
    }
  return all;
}

function* foundBy(world: World, rule: NudgeRule, today: string): Steps<Matter[]> {
  const found: Matter[] = [];
  for (const part of FINDERS[rule.trigger](world, rule, today)) {
    found.push(...part);
    yield;
  }
  return found;
}
