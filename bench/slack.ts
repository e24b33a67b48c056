import { loadavg } from 'node:os';
import { filledMessages } from './filled-messages.ts';
import { freshPath, removeDatabase } from './filled-store.ts';
import { compared, median } from './measure.ts';
import type { PartnershipSize } from './partnership.ts';
import { type Child, startChild, type Usage } from './server-child.ts';
import type { Typed, Typing } from './slack-driver.ts';
import { report, settingsOf } from './topic.ts';

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
const WAYS = [
  ['one at a time', 1],
  ['10 at once', 10],
] as const;
/** Commands come seconds apart: between two, what the one before left behind is cleared away. */
const REST_MS = 10;
/** So that what is measured first is compiled as well as what is measured last. */
const WARM_UP = 300;
const WHILE_PLANNING = { typed: LINES[0][0], times: 60, how: { everyMs: 50 } } as const;

interface Served {
  child: Child;
  port: number;
}

type Side = 'ours' | 'plain';

const { size, rounds, times, passes } = settingsOf<Settings>();
const path = freshPath();
const children: Child[] = [];
try {
  (await filledMessages(size, path)).database.close();
  const { child: driver, ready: apiPort } = await startChild<number>('slack-driver.ts', []);
  children.push(driver);
  const ours = await start('slack-ours.ts', path, String(apiPort));
  const plain = await start('slack-bare.ts', String(apiPort));
  const sides = { ours, plain };
  for (const [typed, words] of LINES) {
    await type(driver, { ports: [ours.port, plain.port], typed, times: WARM_UP, how: { atOnce: 1 } });
    for (const [way, atOnce] of WAYS) await compare(driver, sides, { typed, words, way, atOnce });
  }
  await whilePlanning(driver, sides);
  process.stderr.write(`  load ${loadavg()[0]?.toFixed(1)}\n`);
} finally {
  for (const child of children) child.stop();
  removeDatabase(path);
}

async function start(file: string, ...args: string[]): Promise<Served> {
  const { child, ready } = await startChild<Usage>(file, args);
  children.push(child);
  return { child, port: ready.port };
}

interface Comparison {
  typed: string;
  words: string;
  way: string;
  atOnce: number;
}

async function compare(
  driver: Child,
  sides: Record<Side, Served>,
  { typed, words, way, atOnce }: Comparison,
): Promise<void> {
  const found: Record<Side, Typed[]> = { ours: [], plain: [] };
  for (let round = 0; round < rounds; round++) {
    // The side that goes first changes, so that neither always has the warmer machine.
    const order: Side[] = round % 2 === 0 ? ['ours', 'plain'] : ['plain', 'ours'];
    const typing = { typed, times, how: { atOnce, restMs: atOnce === 1 ? REST_MS : 0 } };
    // One at a time they take turns; many at once would get in each other's way.
    const together = atOnce === 1 ? [order] : order.map((side) => [side]);
    for (const group of together) {
      const all = await type(driver, { ...typing, ports: group.map((side) => sides[side].port) });
      for (const [index, side] of group.entries()) found[side].push(all[index] as Typed);
    }
  }
  const body = found.ours.at(-1)?.last.body ?? '';
  if (!body.includes(words)) throw new Error(`"${typed}" gave ${body.slice(0, 500)}`);
  const { peak } = await sides.ours.child.ask<Usage>('usage');
  const what = `${typed.split(' ').slice(0, 2).join(' ')}, ${way}`;
  for (const part of ['acknowledged', 'answered'] as const) {
    const middles = found.ours.map((one, round) => ({
      ours: median(one[part]),
      plain: median(found.plain[round]?.[part] ?? []),
    }));
    const aim = part === 'acknowledged' ? { aim: { most: 1.2 } } : {};
    const row = { size: size.campaigns, unit: 'ms', peak } as const;
    report({ ...row, what: `${what}: ${part}, p50`, ...compared(middles), ...aim });
    const [mine, its] = [late(found.ours, part), late(found.plain, part)];
    report({ ...row, what: `${what}: ${part}, p99`, ours: mine, plain: its, ratio: mine / its, ...aim });
  }
}

function type(driver: Child, typing: Typing): Promise<Typed[]> {
  return driver.ask<Typed[]>(typing);
}

/** What 99 in 100 of all rounds were within. */
function late(rounds: readonly Typed[], part: 'acknowledged' | 'answered'): number {
  const sorted = rounds.flatMap((one) => one[part]).toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.NaN;
}

/** One command every 50 ms, while the planner looks through what has just changed. */
async function whilePlanning(driver: Child, { ours, plain }: Record<Side, Served>): Promise<void> {
  // The first reads all and plans the morning of everybody.
  await ours.child.ask({ plan: true });
  const worst: { ours: number; plain: number }[] = [];
  const lasted: number[] = [];
  for (let pass = 0; pass < passes; pass++) {
    const typing = type(driver, { ...WHILE_PLANNING, ports: [ours.port, plain.port] });
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
