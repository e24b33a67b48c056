import { type ScheduledTask, schedule } from 'node-cron';

/** What is to be done from time to time. Nothing may depend on a tick coming on time, or at all. */
export interface Tick {
  /** When, as cron writes it, with seconds. */
  cron: string;
  /** For the log: what failed. */
  name: string;
  work: () => Promise<unknown>;
}

/** Starts the ticks, each once at a time; gives the function that stops them. What is running then, runs on to its end. */
export function startScheduler(
  ticks: readonly Tick[],
  onError: (error: unknown, name: string) => void,
): () => Promise<void> {
  const running = new Map<Tick, Promise<unknown>>();
  const run = async (tick: Tick): Promise<void> => {
    // node-cron can prevent this too, but writes a warning each time.
    if (running.has(tick)) return;
    const work = tick.work().catch((error: unknown) => onError(error, tick.name));
    running.set(tick, work);
    await work;
    running.delete(tick);
  };
  const tasks = ticks.map((tick): ScheduledTask => schedule(tick.cron, () => run(tick)));
  return async () => {
    for (const task of tasks) await task.destroy();
    await Promise.all(running.values());
  };
}
