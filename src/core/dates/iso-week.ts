/** One ISO week (Monday to Sunday, both dates inclusive). `year` is the ISO week-year, not always that of `start`. */
export interface IsoWeek {
  year: number;
  week: number;
  start: string;
  end: string;
}

/** The Monday of an ISO week, or undefined for a 53rd week that the year does not have. */
export function mondayOfIsoWeek(year: number, week: number): Temporal.PlainDate | undefined {
  // ISO 8601: week 1 is the week that contains 4 January.
  const monday = mondayOf(Temporal.PlainDate.from({ year, month: 1, day: 4 })).add({ weeks: week - 1 });
  return monday.weekOfYear === week && monday.yearOfWeek === year ? monday : undefined;
}

/** The Monday of the week that a date is in. */
export function mondayOf(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.subtract({ days: date.dayOfWeek - 1 });
}

/** The ISO week that a date is in. */
export function isoWeekOf(date: Temporal.PlainDate): IsoWeek {
  const monday = mondayOf(date);
  const thursday = monday.add({ days: 3 });
  return {
    year: thursday.year,
    week: monday.weekOfYear ?? 1,
    start: monday.toString(),
    end: monday.add({ days: 6 }).toString(),
  };
}

/** Every ISO week that has a day between the two ISO dates (both counted), in order; empty when reversed. */
export function weeksBetween(from: string, until: string): IsoWeek[] {
  const weeks: IsoWeek[] = [];
  const last = Temporal.PlainDate.from(until);
  if (from > until) return weeks;
  let monday = mondayOf(Temporal.PlainDate.from(from));
  while (Temporal.PlainDate.compare(monday, last) <= 0) {
    weeks.push(isoWeekOf(monday));
    monday = monday.add({ weeks: 1 });
  }
  return weeks;
}
