import { parseTime } from '../../src/core/dates/parse-time.ts';
import { Refusal } from '../../src/core/errors.ts';
import type { Person } from '../../src/domain/person/person.ts';
import { zoneName } from '../../src/domain/shared/fields.ts';
import { WORKING_DAYS } from '../../src/views/week-moment.ts';

/** The day and time that were given, as settings keep them: ISO weekday and HH:MM. What is absent stays out. */
export function momentFrom({
  dag,
  tijd,
}: {
  dag?: (typeof WORKING_DAYS)[number] | undefined;
  tijd?: string | undefined;
}): { weekday?: number; time?: string } {
  return {
    ...(dag ? { weekday: WORKING_DAYS.indexOf(dag) + 1 } : {}),
    ...(tijd ? { time: tijd } : {}),
  };
}

const BETWEEN = /\s*(?:-|–|tot|until)\s*/;

/** Working hours as typed: "9.00-17.30". Refuses what is no stretch of a day. */
export function hoursFrom(typed: string): Person['workingHours'] {
  const [from, until, more] = typed.split(BETWEEN).map((part) => parseTime(part));
  if (!from || !until || more !== undefined || until <= from)
    throw new Refusal('hours-not-understood', { text: typed.slice(0, 40) }, 'werktijd');
  return { from, until };
}

/** An IANA time zone as typed. Refuses one that does not exist. */
export function zoneFrom(typed: string): string {
  const zone = zoneName.safeParse(typed.trim());
  if (!zone.success) throw new Refusal('zone-unknown', { text: typed.slice(0, 40) }, 'tijdzone');
  return zone.data;
}
