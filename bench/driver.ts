import { setInterval, setTimeout } from 'node:timers/promises';
import { type Lane, openLane } from './lane.ts';

/** What every process does that asks servers as a chat platform would: so many times, and at what pace. */

const TOO_LONG_MS = 120_000;

/** So many to each of these ports: so many at once, or one every so many milliseconds, come what may. */
export interface Asking<What> {
  /** Several are asked in turn, so that each waits as long between two as the others. */
  ports: readonly number[];
  what: What;
  times: number;
  /** `restMs`: how long nothing is asked before each, so that what the one before left to do is done. */
  how: { atOnce: number; restMs?: number } | { everyMs: number };
}

/** Milliseconds from sending to the acknowledgement, and to the answer itself; and what the last answer was. */
export interface Asked {
  acknowledged: number[];
  answered: number[];
  last: string;
}

/** Where one question goes; `seat` is the number of the connection among those to this port. */
export interface Way {
  port: number;
  lane: Lane;
  seat: number;
}

/** One question. Times on this process's clock. */
export type AskOnce<What> = (
  way: Way,
  what: What,
) => Promise<{ begun: number; acknowledged: number; answered: number; body: string }>;

/** In a driver's process: says that it is ready, and from then on asks what it is told to. */
export function drive<What>(ready: unknown, once: AskOnce<What>): void {
  process.on('message', (asking) => {
    Promise.race([run(asking as Asking<What>, once), tooLong()]).then(
      (asked) => process.send?.(asked),
      (error) => {
        throw error;
      },
    );
  });
  process.send?.(ready);
}

/** A question that is never answered ends the process, rather than that it is waited for without end. */
async function tooLong(): Promise<never> {
  await setTimeout(TOO_LONG_MS, undefined, { ref: false });
  throw new Error(`not all was answered within ${TOO_LONG_MS} ms`);
}

/** What each port gave, in their order. */
async function run<What>({ ports, what, times, how }: Asking<What>, once: AskOnce<What>): Promise<Asked[]> {
  const asked = ports.map((port) => askedAt(port, (way) => once(way, what)));
  if ('atOnce' in how) {
    const share = Math.ceil(times / how.atOnce);
    const lane = async (): Promise<void> => {
      for (let done = 0; done < share; done++)
        for (const { ask } of asked) {
          if (how.restMs) await setTimeout(how.restMs);
          await ask();
        }
    };
    await Promise.all(Array.from({ length: how.atOnce }, lane));
  } else {
    const all: Promise<void>[] = [];
    for await (const _ of setInterval(how.everyMs)) {
      for (const { ask } of asked) all.push(ask());
      if (all.length >= times * asked.length) break;
    }
    await Promise.all(all);
  }
  for (const { close } of asked) close();
  return asked.map(({ result }) => result);
}

/** What asks one port, over as many connections as are needed. */
function askedAt(
  port: number,
  once: (way: Way) => ReturnType<AskOnce<unknown>>,
): { ask: () => Promise<void>; result: Asked; close: () => void } {
  const result: Asked = { acknowledged: [], answered: [], last: '' };
  const free: Way[] = [];
  let seats = 0;
  const ask = async (): Promise<void> => {
    const seat = free.length === 0 ? seats++ : -1;
    const way = free.pop() ?? { port, seat, lane: await openLane(port) };
    const { begun, acknowledged, answered, body } = await once(way);
    free.push(way);
    result.acknowledged.push(acknowledged - begun);
    result.answered.push(answered - begun);
    result.last = body;
  };
  const close = (): void => {
    for (const { lane } of free) lane.close();
  };
  return { ask, result, close };
}
