import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freshPath, removeDatabase } from './filled-store.ts';
import { median } from './measure.ts';
import { report, settingsOf } from './topic.ts';

/** The program from nothing to ready: on no database at all, and again on the one that it then made. */

const { rounds } = settingsOf<{ rounds: number }>();
const CHILD = fileURLToPath(new URL('start-once.ts', import.meta.url));

/** What one start says of itself, with how long its process took in all. */
export interface Start {
  ready: number;
  fill: number;
  peak: number;
}

const firsts: Start[] = [];
const seconds: Start[] = [];
for (let round = 0; round < rounds; round++) {
  const path = freshPath();
  try {
    firsts.push(await start(path));
    seconds.push(await start(path));
  } finally {
    removeDatabase(path);
  }
}
for (const [what, starts] of [
  ['first start', firsts],
  ['start on what is there', seconds],
] as const) {
  const peak = median(starts.map((one) => one.peak));
  report({ what, ours: median(starts.map((one) => one.ready)), unit: 'ms', peak });
  report({
    what: `${what}: import and dates`,
    ours: median(starts.map((one) => one.fill)),
    unit: 'ms',
    peak,
  });
}

function start(path: string): Promise<Start> {
  const begun = performance.now();
  const child = fork(CHILD, [path]);
  return new Promise((resolve, reject) => {
    let ready: Start | undefined;
    child.on('message', (said) => {
      ready = { ...(said as Start), ready: performance.now() - begun };
    });
    child.on('error', reject);
    child.on('exit', () => (ready ? resolve(ready) : reject(new Error('a start failed'))));
  });
}
