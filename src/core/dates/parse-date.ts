import { type PeriodProblem, parsePeriod } from './parse-period.ts';

/** One day, as an ISO date. */
export interface ParsedDate {
  type: 'date';
  date: string;
}

/** Reads one day as people type it: "vrijdag", "11 okt", "oct 11, 2027". What lasts longer is a problem. */
export function parseDate(text: string, today: Temporal.PlainDate): ParsedDate | PeriodProblem {
  const period = parsePeriod(text, today);
  if (period.type === 'problem') return period;
  if (period.start !== period.end) return { type: 'problem', code: 'period-not-understood', text };
  return { type: 'date', date: period.start };
}
