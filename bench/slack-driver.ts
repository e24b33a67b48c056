import { setInterval, setTimeout } from 'node:timers/promises';
import { type Lane, openLane } from './slack-lane.ts';
import { type Ending, startPeer } from './slack-peer.ts';
import { slashRequest } from './slack-requests.ts';

/** Types slash commands as Slack passes them on, and stands for Slack when they are answered. */

/** So many of a command to each of these ports: so many at once, or one every so many milliseconds, come what may. */
export interface Typing {
  /** Several are asked in turn, so that each waits as long between two as the others. */
  ports: readonly number[];
  typed: string;
  times: number;
  /** `restMs`: how long nothing is asked before each, so that what the one before left to do is done. */
  how: { atOnce: number; restMs?: number } | { everyMs: number };
}

/** Milliseconds from sending to the acknowledgement, and to the answer itself; and what the last answer was. */
export interface Typed {
  acknowledged: number[];
  answered: number[];
  last: Pick<Ending, 'call' | 'body'>;
}

const peer = await startPeer();
let number = 0;

process.on('message', (typing) => {
  run(typing as Typing).then(
    (typed) => process.send?.(typed),
    (error) => {
      throw error;
    },
  );
});
process.send?.(peer.port);

/** What each port gave, in their order. */
async function run({ ports, typed, times, how }: Typing): Promise<Typed[]> {
  const asked = ports.map((port) => askedAt(port, typed));
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
  typed: string,
): { ask: () => Promise<void>; result: Typed; close: () => void } {
  const result: Typed = { acknowledged: [], answered: [], last: { call: 'response', body: '' } };
  const free: Lane[] = [];
  const ask = async (): Promise<void> => {
    const lane = free.pop() ?? (await openLane(port));
    number++;
    const key = `bench-${number}`;
    const request = slashRequest(port, typed, key, peer.responseUrl(key));
    const end = peer.endOf(key);
    const begun = performance.now();
    const acknowledged = await lane.send(request);
    const { at, call, body } = await end;
    free.push(lane);
    result.acknowledged.push(acknowledged - begun);
    result.answered.push(at - begun);
    result.last = { call, body };
  };
  const close = (): void => {
    for (const lane of free) lane.close();
  };
  return { ask, result, close };
}
