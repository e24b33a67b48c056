import type { Asked, Asking } from './driver.ts';
import { compared, median } from './measure.ts';
import { type Child, startChild, type Usage } from './server-child.ts';
import { report } from './topic.ts';

/** The program and a bare app of the same library, asked the same by a third process. */

export interface Served {
  child: Child;
  port: number;
}

type Side = 'ours' | 'plain';

export interface TwoSides {
  driver: Child;
  sides: Record<Side, Served>;
  size: number;
  rounds: number;
  /** How many of a question in each round. */
  times: number;
  /** What the ratio of the acknowledgement should be at most. */
  most: number;
}

export interface Question<What> {
  what: What;
  label: string;
  /** Of the right answer: a refusal is quick too. */
  words: string;
  /** The answer is the response itself, so that nothing is acknowledged before it. */
  isInResponse?: boolean;
}

const WAYS = [
  ['one at a time', 1],
  ['10 at once', 10],
] as const;
/** People ask seconds apart: between two, what the one before left behind is cleared away. */
const REST_MS = 10;
/** So that what is measured first is compiled as well as what is measured last. */
const WARM_UP = 300;

/** Starts a file of bench/ that serves; it tells its port. */
export async function startServer(file: string, ...args: string[]): Promise<Served> {
  const { child, ready } = await startChild<Usage>(file, args);
  return { child, port: ready.port };
}

/** Has a driver ask. */
export function ask<What>(driver: Child, asking: Asking<What>): Promise<Asked[]> {
  return driver.ask<Asked[]>(asking);
}

/** Asks both sides the question, one at a time and ten at once, and reports how long they took. Warms both up first. */
export async function compareSides<What>(two: TwoSides, question: Question<What>): Promise<void> {
  const { driver, sides } = two;
  const { what } = question;
  const ports = [sides.ours.port, sides.plain.port];
  await ask(driver, { ports, what, times: WARM_UP, how: { atOnce: 1 } });
  for (const [way, atOnce] of WAYS) await compare(two, question, way, atOnce);
}

async function compare<What>(
  { driver, sides, size, rounds, times, most }: TwoSides,
  { what, label, words, isInResponse = false }: Question<What>,
  way: string,
  atOnce: number,
): Promise<void> {
  const found: Record<Side, Asked[]> = { ours: [], plain: [] };
  for (let round = 0; round < rounds; round++) {
    // The side that goes first changes, so that neither always has the warmer machine.
    const order: Side[] = round % 2 === 0 ? ['ours', 'plain'] : ['plain', 'ours'];
    const asking = { what, times, how: { atOnce, restMs: atOnce === 1 ? REST_MS : 0 } };
    // One at a time they take turns; many at once would get in each other's way.
    const together = atOnce === 1 ? [order] : order.map((side) => [side]);
    for (const group of together) {
      const all = await ask(driver, { ...asking, ports: group.map((side) => sides[side].port) });
      for (const [index, side] of group.entries()) found[side].push(all[index] as Asked);
    }
  }
  const body = found.ours.at(-1)?.last ?? '';
  if (!body.includes(words)) throw new Error(`"${label}" gave ${body.slice(0, 500)}`);
  const { peak } = await sides.ours.child.ask<Usage>('usage');
  const row = { size, unit: 'ms', peak } as const;
  for (const part of isInResponse ? (['answered'] as const) : (['acknowledged', 'answered'] as const)) {
    const middles = found.ours.map((one, round) => ({
      ours: median(one[part]),
      plain: median(found.plain[round]?.[part] ?? []),
    }));
    const aim = part === 'acknowledged' ? { aim: { most } } : {};
    const name = `${label}, ${way}: ${part}`;
    report({ ...row, what: `${name}, p50`, ...compared(middles), ...aim });
    const [mine, its] = [late(found.ours, part), late(found.plain, part)];
    report({ ...row, what: `${name}, p99`, ours: mine, plain: its, ratio: mine / its, ...aim });
  }
}

/** What 99 in 100 of all rounds were within. */
function late(rounds: readonly Asked[], part: 'acknowledged' | 'answered'): number {
  const sorted = rounds.flatMap((one) => one[part]).toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.NaN;
}
