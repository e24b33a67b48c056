import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { peakMemory, type Row } from './measure.ts';

/** Each topic is measured in a process of its own, so that its peak memory is its own too. */

/** Runs a topic's file with these settings and gives its rows, in the order in which it reported them. */
export function runTopic(file: string, settings: object): Promise<Row[]> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = fork(path, [JSON.stringify(settings)]);
  const rows: Row[] = [];
  child.on('message', (row) => rows.push(row as Row));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve(rows) : reject(new Error(`${file} ended with ${code}`)),
    );
  });
}

/** In a topic's process: the settings that it was started with. */
export function settingsOf<T>(): T {
  return JSON.parse(process.argv[2] ?? '{}') as T;
}

/** In a topic's process: hands in a row, with this process's peak memory unless it says another. */
export function report(row: Row): void {
  process.send?.({ peak: peakMemory(), ...row });
}
