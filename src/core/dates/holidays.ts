import { createRequire } from 'node:module';
import type Holidays from 'date-holidays';

const require = createRequire(import.meta.url);
const known = new Map<number, ReadonlySet<string>>();
let calendar: Holidays | undefined;

/** Days that the law counts as holidays but the library as something else: Good Friday and 5 May. */
const ALSO = new Set(['easter -2', '05-05']);

/**
 * The Dutch holidays of a year, as ISO dates: those of the Algemene termijnenwet, article 3, which counts 5 May
 * and Good Friday among them (wetten.overheid.nl/BWBR0002448).
 */
export function dutchHolidays(year: number): ReadonlySet<string> {
  let days = known.get(year);
  if (!days) {
    // Loaded when first asked for: reading the holidays of the whole world costs every start a tenth of a second.
    calendar ??= new (require('date-holidays') as typeof Holidays)('NL');
    const all = calendar.getHolidays(year);
    const free = all.filter(({ type, rule }) => type === 'public' || ALSO.has(rule));
    days = new Set(free.map(({ date }) => date.slice(0, 10)));
    known.set(year, days);
  }
  return days;
}
