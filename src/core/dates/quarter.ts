/** A quarter is written 2027-Q4, as in the action plans; written so, quarters sort as text. */

/** The first and last day of a quarter, as ISO dates. Throws a RangeError on anything but YYYY-Qn. */
export function quarterBounds(quarter: string): { start: string; end: string } {
  const { year, number } = partsOf(quarter);
  const first = Temporal.PlainDate.from({ year, month: number * 3 - 2, day: 1 });
  return { start: first.toString(), end: first.add({ months: 3 }).subtract({ days: 1 }).toString() };
}

/** The year and the number (1-4) of a quarter. Throws a RangeError on anything but YYYY-Qn. */
export function partsOf(quarter: string): { year: number; number: number } {
  const match = /^(\d{4})-Q([1-4])$/.exec(quarter);
  if (!match) throw new RangeError(`not a quarter: ${quarter}`);
  return { year: Number(match[1]), number: Number(match[2]) };
}

/** The quarter that an ISO date is in. */
export function quarterOf(date: string): string {
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

/** The quarter after this one. */
export function nextQuarter(quarter: string): string {
  const { year, number } = partsOf(quarter);
  return number === 4 ? `${year + 1}-Q1` : `${year}-Q${number + 1}`;
}

/** The quarter before this one. */
export function previousQuarter(quarter: string): string {
  const { year, number } = partsOf(quarter);
  return number === 1 ? `${year - 1}-Q4` : `${year}-Q${number - 1}`;
}
