import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What one line of the table says. Times are in milliseconds, rates in a second. */
export interface Row {
  what: string;
  size?: number;
  ours: number;
  /** The same work done plainly, in the same rounds; absent where nothing is compared. */
  plain?: number;
  /** The median of the rounds' own ratios, so that a noisy second touches both sides. */
  ratio?: number;
  unit: 'ms' | 'per s' | 'MB' | 'us cpu';
  /** What the ratio should be: at most, or at least. */
  aim?: { most: number } | { least: number };
  /** Peak memory of the process that measured this, in MB. */
  peak?: number;
}

/** The middle of these numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

export interface Compared {
  ours: number;
  plain: number;
  ratio: number;
}

/** The medians of two columns of the same rounds, and of the rounds' ratios. */
export function compared(rounds: readonly { ours: number; plain: number }[]): Compared {
  return {
    ours: median(rounds.map(({ ours }) => ours)),
    plain: median(rounds.map(({ plain }) => plain)),
    ratio: median(rounds.map(({ ours, plain }) => ours / plain)),
  };
}

type Work = () => unknown;

/** Times both in turn, each round for at least `least` milliseconds a side; gives milliseconds a time. */
export async function compareTimes(ours: Work, plain: Work, rounds: number, least = 15): Promise<Compared> {
  const times = { ours: await timesFor(ours, least), plain: await timesFor(plain, least) };
  const measured: { ours: number; plain: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const first = await timed(ours, times.ours);
    measured.push({ ours: first, plain: await timed(plain, times.plain) });
  }
  return compared(measured);
}

/** A program that has run for a while is compiled: that is what is measured. */
const WARM_UP = 200;

/** How often the work fits in so many milliseconds, found after warming it up. */
async function timesFor(work: Work, least: number): Promise<number> {
  const begun = performance.now();
  while (performance.now() - begun < WARM_UP) await work();
  let times = 1;
  for (;;) {
    const each = await timed(work, times);
    if (each * times >= least) return Math.max(1, Math.ceil(least / each));
    times *= 2;
  }
}

/** How many milliseconds this takes once. */
export async function timeOf(work: Work): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

async function timed(work: Work, times: number): Promise<number> {
  const begun = performance.now();
  for (let done = 0; done < times; done++) await work();
  return (performance.now() - begun) / times;
}

/** The memory that is in use once all that can be thrown away is gone, in MB. */
export function usedMemory(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

/** The most memory that this process has held, in MB. */
export function peakMemory(): number {
  return process.resourceUsage().maxRSS / 1024;
}
