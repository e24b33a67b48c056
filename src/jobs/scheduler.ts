import { schedule } from 'node-cron';

export interface Ticks {
  /** Brings the calendar up to date. Nothing may depend on it running on time, or at all. */
  hourly: () => Promise<void>;
  onError: (error: unknown) => void;
}

/** Starts the ticks; gives the function that stops them. What is running then, runs on to its end. */
export function startScheduler({ hourly, onError }: Ticks): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const task = schedule(
    '7 * * * *',
    () => {
      running = hourly().catch(onError);
      return running;
    },
    { noOverlap: true },
  );
  return async () => {
    await task.destroy();
    await running;
  };
}
