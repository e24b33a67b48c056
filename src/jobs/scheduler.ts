import { type ScheduledTask, schedule } from 'node-cron';

/** What is to be done from time to time. Nothing may depend on a tick coming on time, or at all. */
export interface Tick {
  /** When, as cron writes it, with seconds. */
  cron: string;
  /** For the log: what failed. */
  name: string;
  work: () => Promise<unknown>;
}

/** Starts the ticks; gives the function that stops them. What is running then, runs on to its end. */
export function startScheduler(
  ticks: readonly Tick[],
  onError: (error: unknown, name: string) => void,
): () => Promise<void> {
  const running = new Set<Promise<unknown>>();
  const tasks = ticks.map(
    ({ cron, name, work }): ScheduledTask =>
      schedule(
        cron,
        async () => {
          const run = work().catch((error: unknown) => onError(error, name));
          running.add(run);
          await run;
          running.delete(run);
        },
        { noOverlap: true },
      ),
  );
  return async () => {
    for (const task of tasks) await task.destroy();
    await Promise.all(running);
  };
}
