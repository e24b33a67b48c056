import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { peakMemory } from './measure.ts';

/** What a server's process has used so far. */
export interface Usage {
  port: number;
  /** Microseconds of CPU. */
  cpu: number;
  /** Megabytes. */
  heap: number;
  rss: number;
  peak: number;
}

/** In a server's process: tells the port, and what was used each time that is asked; "settled" collects first. */
export function answerUsage(port: number): void {
  const tell = (asked?: unknown): void => {
    if (asked === 'settled') globalThis.gc?.();
    else if (typeof asked === 'object') return;
    const { user, system } = process.cpuUsage();
    const { heapUsed, rss } = process.memoryUsage();
    process.send?.({
      port,
      cpu: user + system,
      heap: heapUsed / 2 ** 20,
      rss: rss / 2 ** 20,
      peak: peakMemory(),
    });
  };
  process.on('message', tell);
  tell();
}

/** A process that was started here and answers one message with one message. */
export interface Child {
  ask<T>(message: unknown): Promise<T>;
  stop(): void;
}

/** Starts a file of bench/ in its own process; `ready` is its first message. */
export async function startChild<T>(
  file: string,
  args: readonly string[],
): Promise<{ child: Child; ready: T }> {
  const process = fork(fileURLToPath(new URL(file, import.meta.url)), args, { execArgv: ['--expose-gc'] });
  const child: Child = {
    ask<A>(message: unknown) {
      const answer = nextMessage<A>(process);
      process.send(message as object);
      return answer;
    },
    stop: () => process.kill(),
  };
  return { child, ready: await nextMessage<T>(process) };
}

function nextMessage<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`a process ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as T);
    });
  });
}
