import { addDays } from '../../../core/dates/day-number.ts';
import type { Id } from '../../shared/record.ts';
import type { Matter } from '../matter.ts';
import type { Recipients } from '../recipients.ts';
import { daysOf, type NudgeRule } from '../rule.ts';
import type { World } from '../world.ts';

/**
 * Finds all that a rule is about in the world as it is on a day (ISO date, partnership's zone), for instance by
 * campaign: there may be very many, so whoever looks may do other things between two parts. Pure.
 */
export type FindMatters = (world: World, rule: NudgeRule, today: string) => Iterable<readonly Matter[]>;

/** A matter with what follows from its rule filled in; `more` takes precedence. */
export function matter(
  rule: NudgeRule,
  subject: Id,
  due: string,
  to: Recipients,
  more: Partial<Matter> = {},
): Matter {
  return { rule, subject, due, until: addDays(due, rule.expires), days: daysOf(rule), ...to, ...more };
}
