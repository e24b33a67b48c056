import type { Period } from '../domain/shared/fields.ts';

/** When an event is: whole days with the end exclusive, as iCalendar has it, or two moments. */
export type EventTimes =
  | { allDay: true; start: Temporal.PlainDate; end: Temporal.PlainDate }
  | { allDay: false; start: Temporal.ZonedDateTime; end: Temporal.ZonedDateTime };

/**
 * Turns an inclusive period into the times of an event. A period that has only one of its times lasts from
 * the first midnight or until the last. A time that a change of the clock skips moves later, and so does an
 * end that would then no longer be after its start.
 */
export function eventTimes(period: Period): EventTimes {
  const first = Temporal.PlainDate.from(period.start);
  const dayAfter = Temporal.PlainDate.from(period.end).add({ days: 1 });
  if (!period.startTime && !period.endTime) return { allDay: true, start: first, end: dayAfter };
  const start = moment(first, period.startTime, period.zone);
  const end = period.endTime
    ? moment(period.end, period.endTime, period.zone)
    : moment(dayAfter, undefined, period.zone);
  if (Temporal.ZonedDateTime.compare(start, end) < 0) return { allDay: false, start, end };
  return { allDay: false, start, end: start.add({ minutes: 1 }) };
}

function moment(day: Temporal.PlainDate | string, time: string | undefined, timeZone: string) {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: time ?? '00:00' });
}
