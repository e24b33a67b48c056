import { parseTime } from '../../src/core/dates/parse-time.ts';
import { Refusal } from '../../src/core/errors.ts';
import { WORKING_DAYS } from '../../src/views/week-moment.ts';

/** A time of day as HH:MM; refuses beside the field what is none. */
export function clockTimeFrom(typed: string): string {
  const time = parseTime(typed);
  if (!time) throw new Refusal('clock-time', { text: typed.slice(0, 40) }, 'tijd');
  return time;
}

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
    ...(tijd ? { time: clockTimeFrom(tijd) } : {}),
  };
}
