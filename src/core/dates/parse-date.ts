import { type PeriodProblem, parsePeriod } from './parse-period.ts';

/** One day, as an ISO date. */
export interface ParsedDate {
  type: 'date';
  date: string;
}

const WEEKDAY = /^(?:ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun|\p{L}{3,6}(?:dag|day))$/iu;

/**
 * The same for a day that was: of "3 november" or "vrijdag" the last one rather than the next. A day with its
 * year is taken as it is, in the future too.
 */
export function parsePastDate(text: string, today: Temporal.PlainDate): ParsedDate | PeriodProblem {
  const found = parseDate(text, today);
  if (found.type === 'problem' || found.date <= today.toString() || /\d{4}/.test(text)) return found;
  const day = Temporal.PlainDate.from(found.date);
  if (/\d/.test(text)) return { type: 'date', date: day.subtract({ years: 1 }).toString() };
  return WEEKDAY.test(text.trim()) ? { type: 'date', date: day.subtract({ days: 7 }).toString() } : found;
}

/** Reads one day as people type it: "vrijdag", "11 okt", "oct 11, 2027". What lasts longer is a problem. */
export function parseDate(text: string, today: Temporal.PlainDate): ParsedDate | PeriodProblem {
  const period = parsePeriod(text, today);
  if (period.type === 'problem') return period;
  if (period.start !== period.end) return { type: 'problem', code: 'period-not-understood', text };
  return { type: 'date', date: period.start };
}
