/** Months (YYYY-MM), in any order, as runs of months on end: [["2027-04", "2027-05"], ["2027-09"]]. */
export function monthRuns(months: readonly string[]): string[][] {
  const runs: string[][] = [];
  for (const month of [...new Set(months)].sort()) {
    const run = runs.at(-1);
    if (run?.at(-1) === monthBefore(month)) run?.push(month);
    else runs.push([month]);
  }
  return runs;
}

function monthBefore(month: string): string {
  return Temporal.PlainYearMonth.from(month).subtract({ months: 1 }).toString();
}
