import { daysBetween } from '../../core/dates/day-number.ts';
import type { Matter } from './matter.ts';
import { isBefore } from './rule.ts';

/** A morning as the steps count: its own day, and the day of the next one. ISO dates. */
export interface Morning {
  day: string;
  next: string;
}

/**
 * The lead time that a matter has come to on a morning; undefined while there is none, or when it is too late.
 * Before a date the last morning that is not after the lead time counts, so that nothing comes too late; after a
 * date the first morning that is not before it. Of several that have passed only the last is brought.
 */
export function stepOn({ rule, due, until, days, mark }: Matter, { day, next }: Morning): string | undefined {
  if (day > until) return undefined;
  const reached = isBefore(rule)
    ? smallest(days.filter((lead) => daysBetween(next, due) < lead))
    : largest(days.filter((after) => daysBetween(due, day) >= after));
  if (reached === undefined || (isBefore(rule) && day > due)) return undefined;
  return mark === undefined ? String(reached) : `${reached}@${mark}`;
}

/** Which lead time a nudge's step belongs to, whether it is the first, a repeat or one after a pause. */
export function leadTimeOf(step: string): string {
  return step.split(' ')[0] ?? step;
}

/** What tells a nudge's matter from another about the same record on the same day; see `Matter.mark`. */
export function markOf(step: string): string | undefined {
  const lead = leadTimeOf(step);
  const at = lead.indexOf('@');
  return at < 0 ? undefined : lead.slice(at + 1);
}

function smallest(numbers: readonly number[]): number | undefined {
  return numbers.length === 0 ? undefined : Math.min(...numbers);
}

function largest(numbers: readonly number[]): number | undefined {
  return numbers.length === 0 ? undefined : Math.max(...numbers);
}
