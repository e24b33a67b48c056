/** The one place that reads the current time. `now` is wall-clock, `monotonic` is milliseconds for leases. */
export interface Clock {
  now(): Temporal.Instant;
  monotonic(): number;
}

/** The machine's own clock. */
export function systemClock(): Clock {
  return { now: () => Temporal.Now.instant(), monotonic: machineMilliseconds };
}

/** A clock that stands at `start` when it is made and runs on from there; leases stay monotonic. */
export function clockStartingAt(start: Temporal.Instant): Clock {
  const begun = performance.now();
  return {
    now: () => start.add({ milliseconds: Math.floor(performance.now() - begun) }),
    monotonic: machineMilliseconds,
  };
}

/** Since the machine started, so the same in every process on it; no change of the time of day moves it. */
function machineMilliseconds(): number {
  return Number(process.hrtime.bigint() / 1_000_000n);
}

/** The partnership's zone: all-day dates mean days here (DESIGN section 2). */
export const HOME_ZONE = 'Europe/Amsterdam';

/** Today's date in the partnership's zone. */
export function todayAt(now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO(HOME_ZONE).toPlainDate();
}

/** The date (ISO) that a moment, given as text, has in the partnership's zone. */
export function dateHere(instant: string): string {
  return todayAt(Temporal.Instant.from(instant)).toString();
}
