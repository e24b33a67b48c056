import { fork } from 'node:child_process';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Loaded, Part } from './chat-start-once.ts';
import { freshPath, removeDatabase } from './filled-store.ts';
import { compared, median } from './measure.ts';
import { report, settingsOf } from './topic.ts';

/** Processes that load a chat platform's library, our adapter and the whole program with it, in turns, beside the library. */

const { chat, rounds } = settingsOf<{ chat: 'slack' | 'teams'; rounds: number }>();
const CHILD = fileURLToPath(new URL('chat-start-once.ts', import.meta.url));
/** What is loaded, and what the rest is held against. */
const CHATS: Record<typeof chat, { parts: Partial<Record<Part, string>>; library: Part }> = {
  slack: {
    parts: {
      nothing: 'Node alone',
      bolt: 'Bolt alone',
      slack: 'the Slack adapter',
      program: 'the program ready, without Slack',
      'program-slack': 'the program ready, with Slack',
    },
    library: 'bolt',
  },
  teams: {
    parts: {
      nothing: 'Node alone',
      'teams-sdk': 'the Teams SDK alone',
      teams: 'the Teams adapter',
      program: 'the program ready, without Teams',
      'program-teams': 'the program ready, with Teams',
    },
    library: 'teams-sdk',
  },
};
const { parts, library } = CHATS[chat];
const all = Object.keys(parts) as Part[];

// Each a database of its own: with a chat platform there are no made-up people.
const paths = new Map(all.map((part) => [part, freshPath()]));
const found: Map<Part, Loaded>[] = [];
try {
  // The first makes the databases, and fills the caches of the machine.
  for (let round = 0; round <= rounds; round++) {
    const one = new Map<Part, Loaded>();
    for (const part of round % 2 === 0 ? all : all.toReversed()) one.set(part, await load(part));
    if (round > 0) found.push(one);
  }
} finally {
  for (const path of paths.values()) removeDatabase(path);
}
const of = (one: Map<Part, Loaded>, part: Part): Loaded => one.get(part) as Loaded;
for (const part of all) {
  const times = found.map((one) => ({ ours: of(one, part).ready, plain: of(one, library).ready }));
  const peak = median(found.map((one) => of(one, part).peak));
  report({ what: parts[part] ?? part, ...compared(times), unit: 'ms', peak });
}
process.stderr.write(`  load ${loadavg()[0]?.toFixed(1)}\n`);

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
