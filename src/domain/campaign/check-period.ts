import { Refusal } from '../../core/errors.ts';
import type { Period } from '../shared/fields.ts';

/** Years that a campaign can be in: a typing error such as 2207 or 9999 is not one. */
const FIRST_YEAR = '2000';
const LAST_YEAR = '2099';
/** A campaign of more than three years is a programme: its parts belong in the calendar. */
const LONGEST_DAYS = 3 * 366;

/** Refuses periods that cannot be meant: their end before their start, far years, or very long ones. */
export function checkPeriod(period: Period | null): void {
  if (!period) return;
  const text = `${period.start} - ${period.end}`;
  if (period.end < period.start) throw new Refusal('period-end-before-start', { text }, 'periode');
  if (period.start.slice(0, 4) < FIRST_YEAR || period.end.slice(0, 4) > LAST_YEAR)
    throw new Refusal('period-year-out-of-range', { text }, 'periode');
  if (Temporal.PlainDate.from(period.start).until(period.end).days > LONGEST_DAYS)
    throw new Refusal('period-too-long', { text }, 'periode');
}
