const DAY = 86_400_000;

/** An ISO date as a whole number of days since 1970, for counting days quickly. */
export function dayNumber(date: string): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY;
}

/** The ISO date of a day number. */
export function dayOfNumber(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

/** The ISO date so many days later; a minus is earlier. */
export function addDays(date: string, days: number): string {
  return dayOfNumber(dayNumber(date) + days);
}

/** How many days from one ISO date to another; minus when the other is earlier. */
export function daysBetween(from: string, until: string): number {
  return dayNumber(until) - dayNumber(from);
}
