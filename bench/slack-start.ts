import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freshPath, removeDatabase } from './filled-store.ts';
import { compared, median } from './measure.ts';
import type { Loaded, Part } from './slack-start-once.ts';
import { report, settingsOf } from './topic.ts';

/** Processes that load Slack's library, our adapter and the whole program with Slack, in turns, beside the library. */

const { rounds } = settingsOf<{ rounds: number }>();
const CHILD = fileURLToPath(new URL('slack-start-once.ts', import.meta.url));
const PARTS: Record<Part, string> = {
  nothing: 'Node alone',
  bolt: 'Bolt alone',
  adapter: 'the Slack adapter',
  program: 'the program ready, without Slack',
  'program-slack': 'the program ready, with Slack',
};
const parts = Object.keys(PARTS) as Part[];

// Each a database of its own: with Slack there are no made-up people.
const paths = new Map(parts.map((part) => [part, freshPath()]));
const found: Record<Part, Loaded>[] = [];
try {
  // The first makes the databases, and fills the caches of the machine.
  for (let round = 0; round <= rounds; round++) {
    const one = {} as Record<Part, Loaded>;
    for (const part of round % 2 === 0 ? parts : parts.toReversed()) one[part] = await load(part);
    if (round > 0) found.push(one);
  }
} finally {
  for (const path of paths.values()) removeDatabase(path);
}
for (const part of parts) {
  const times = found.map((one) => ({ ours: one[part].ready, plain: one.bolt.ready }));
  const peak = median(found.map((one) => one[part].peak));
  report({ what: PARTS[part], ...compared(times), unit: 'ms', peak });
}

/** Milliseconds from before the process until it says that it is ready, and the most megabytes that it held. */
function load(part: Part): Promise<Loaded> {
  const begun = performance.now();
  const child = fork(CHILD, [part, paths.get(part) ?? '']);
  return new Promise((resolve, reject) => {
    let loaded: Loaded | undefined;
    child.on('message', (peak) => {
      loaded = { ready: performance.now() - begun, peak: peak as number };
    });
    child.on('error', reject);
    child.on('exit', () => (loaded ? resolve(loaded) : reject(new Error(`${part} did not start`))));
  });
}
