import { type BusyWeek, momentsIn } from './crowding.ts';

/** Some weeks on end, as busy as all of them together. */
export interface Run {
  start: string;
  alike: number;
  total: number;
  /** How much may come in them of which the date is not known. */
  perhaps: number;
}

/** Every run of `length` weeks on end, in order. */
export function runsOf(weeks: readonly BusyWeek[], length: number): Run[] {
  return weeks.slice(0, Math.max(0, weeks.length - length + 1)).map(({ start }, index) => {
    const run = weeks.slice(index, index + length);
    return {
      start,
      alike: run.reduce((sum, week) => sum + week.alike, 0),
      total: run.reduce((sum, week) => sum + momentsIn(week), 0),
      perhaps: run.reduce((sum, week) => sum + week.perhaps.length, 0),
    };
  });
}

/**
 * The runs that are quieter than the wanted one: fewer alike and not more in all, or as many alike and fewer
 * in all. First come those without anything alike, then those with at most half as much, then the others;
 * within each of these bands the nearest comes first, so that a far week must be clearly quieter to win.
 */
export function quieterRuns(wanted: Run, runs: readonly Run[]): Run[] {
  return runs
    .filter((run) => isQuieter(run, wanted))
    .toSorted(
      (a, b) =>
        bandOf(a, wanted) - bandOf(b, wanted) ||
        weeksApart(a, wanted) - weeksApart(b, wanted) ||
        a.perhaps - b.perhaps ||
        a.total - b.total,
    );
}

/** Which band of quietness a run is in, beside the wanted one; 0 is the quietest. */
export function bandOf({ alike }: Run, wanted: Run): number {
  if (alike === 0) return 0;
  return alike * 2 <= wanted.alike ? 1 : 2;
}

function isQuieter({ alike, total }: Run, wanted: Run): boolean {
  return alike <= wanted.alike && total <= wanted.total && (alike < wanted.alike || total < wanted.total);
}

/** The weeks between the starts of two runs. */
export function weeksApart(one: Run, other: Run): number {
  return Math.abs(Temporal.PlainDate.from(one.start).until(other.start).days) / 7;
}
