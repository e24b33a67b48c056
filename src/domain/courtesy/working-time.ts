import { dutchHolidays } from '../../core/dates/holidays.ts';

/** When someone may be written to: local times of a working day (`until` not counted), and the zone they are in. */
export interface WorkingHours {
  zone: string;
  from: string;
  until: string;
}

/** Monday to Friday, and no Dutch holiday. */
export function isWorkingDay(day: Temporal.PlainDate): boolean {
  return day.dayOfWeek <= 5 && !dutchHolidays(day.year).has(day.toString());
}

/** The day itself when it is a working day, else the nearest one after it (1) or before it (-1). */
export function workingDayFrom(day: Temporal.PlainDate, direction: 1 | -1): Temporal.PlainDate {
  let found = day;
  while (!isWorkingDay(found)) found = found.add({ days: direction });
  return found;
}

/** Whether a moment is within someone's working hours, on a working day. */
export function isWorkingTime(at: Temporal.Instant, { zone, from, until }: WorkingHours): boolean {
  const local = at.toZonedDateTimeISO(zone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return isWorkingDay(local.toPlainDate()) && time >= from && time < until;
}

/** The moment itself when it is working time, else the next moment at which the working hours begin. */
export function nextWorkingTime(at: Temporal.Instant, hours: WorkingHours): Temporal.Instant {
  if (isWorkingTime(at, hours)) return at;
  const today = at.toZonedDateTimeISO(hours.zone).toPlainDate();
  for (let day = today; ; day = day.add({ days: 1 })) {
    const begin = localMoment(day, hours.from, hours.zone);
    if (isWorkingDay(day) && Temporal.Instant.compare(begin, at) > 0) return begin;
  }
}

/** A local time of a day as a moment; a time that a DST change skips is the moment after the gap. */
export function localMoment(day: Temporal.PlainDate, time: string, zone: string): Temporal.Instant {
  return day.toZonedDateTime({ plainTime: time, timeZone: zone }).toInstant();
}
