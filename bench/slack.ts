import { loadavg } from 'node:os';
import { filledMessages } from './filled-messages.ts';
import { freshPath, removeDatabase } from './filled-store.ts';
import { compared, median } from './measure.ts';
import type { PartnershipSize } from './partnership.ts';
import { type Child, startChild } from './server-child.ts';
import { report, settingsOf } from './topic.ts';
import { ask, compareSides, startServer, type TwoSides } from './two-sides.ts';

/** Slash commands from request to acknowledgement and to answer, beside a bare Bolt app that answers "ok". */

interface Settings {
  size: PartnershipSize;
  rounds: number;
  /** How many of a command in each round. */
  times: number;
  /** How often the planner looks through a change. */
  passes: number;
}

/** What is typed, and words of the right answer: a refusal is quick too. */
const LINES = [
  ['/kalender okt 2027', 'Kalender: oktober'],
  ['/campagne overzicht', 'Mijn campagnes'],
  ['/campagne zoek bank', 'Gevonden: bank'],
  ['/campagne nieuw "Bel je bank terug" periode:"1 t/m 7 november 2027" doelgroep:senioren', 'Klopt dit?'],
] as const;
const WHILE_PLANNING = { what: LINES[0][0], times: 60, how: { everyMs: 50 } } as const;

const { size, rounds, times, passes } = settingsOf<Settings>();
const path = freshPath();
const children: Child[] = [];
try {
  (await filledMessages(size, path)).database.close();
  const { child: driver, ready: apiPort } = await startChild<number>('slack-driver.ts', []);
  children.push(driver);
  const ours = await startServer('slack-ours.ts', path, String(apiPort));
  children.push(ours.child);
  const plain = await startServer('slack-bare.ts', String(apiPort));
  children.push(plain.child);
  const two = { driver, sides: { ours, plain }, size: size.campaigns, rounds, times, most: 1.2 };
  for (const [what, words] of LINES) {
    const label = what.split(' ').slice(0, 2).join(' ');
    await compareSides(two, { what, label, words });
  }
  await whilePlanning(two);
  process.stderr.write(`  load ${loadavg()[0]?.toFixed(1)}\n`);
} finally {
  for (const child of children) child.stop();
  removeDatabase(path);
}

/** One command every 50 ms, while the planner looks through what has just changed. */
async function whilePlanning({ driver, sides: { ours, plain } }: TwoSides): Promise<void> {
  // The first reads all and plans the morning of everybody.
  await ours.child.ask({ plan: true });
  const worst: { ours: number; plain: number }[] = [];
  const lasted: number[] = [];
  for (let pass = 0; pass < passes; pass++) {
    const typing = ask(driver, { ...WHILE_PLANNING, ports: [ours.port, plain.port] });
    lasted.push((await ours.child.ask<{ milliseconds: number }>({ plan: true })).milliseconds);
    const [mine, its] = await typing;
    if (!mine || !its) continue;
    worst.push({ ours: Math.max(...mine.acknowledged), plain: Math.max(...its.acknowledged) });
  }
  const row = { size: size.campaigns, unit: 'ms' } as const;
  report({ ...row, what: 'a pass of the planner after a change', ours: median(lasted) });
  const what = 'longest wait for an acknowledgement around such a pass';
  report({ ...row, what, ...compared(worst) });
}
