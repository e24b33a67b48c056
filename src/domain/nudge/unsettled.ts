import { daysBetween } from '../../core/dates/day-number.ts';
import type { Id } from '../shared/record.ts';
import { type History, keyOf, mattersOn } from './agenda.ts';
import { SETTLING } from './next-step.ts';
import type { NudgeRules } from './rule.ts';
import type { World } from './world.ts';

/** Something that was to be settled once, and is not: what, since when, and who was asked. */
export interface Unsettled {
  subject: Id;
  due: string;
  people: Id<'person'>[];
}

/** What is left of the lists to settle: for the coordinator alone, since the leads are not asked again. */
export function unsettled(
  world: World,
  rules: NudgeRules,
  history: History,
  today: Temporal.PlainDate,
): Unsettled[] {
  return mattersOn(world, rules, today.toString())
    .filter(({ rule }) => rule.trigger === 'settle')
    .flatMap((matter) => {
      const past = history.get(keyOf(matter)) ?? [];
      const sent = past.filter(({ sentAt }) => sentAt !== undefined);
      const isSettled = past.some(({ answer }) => answer && SETTLING.includes(answer.word));
      // Who muted it or cannot be reached was never asked: after a week that shows as well.
      const isNew = sent.length === 0 && daysBetween(world.startedOn ?? matter.due, today.toString()) < 7;
      if (isSettled || isNew) return [];
      return [{ subject: matter.subject, due: matter.due, people: sent.map(({ recipient }) => recipient) }];
    });
}
