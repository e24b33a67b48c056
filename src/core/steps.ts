import type { GiveWay } from './give-way.ts';

/** Work that rests at each `yield`, so that whoever has it done may let others go first; pure work stays pure. */
export type Steps<T> = Generator<void, T, void>;

/** Most steps take less time than looking at the clock does. */
const STEPS_IN_A_ROW = 16;

/** Does it all in one go. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Does it step by step, and gives way in between. */
export async function inTurns<T>(steps: Steps<T>, giveWay: GiveWay): Promise<T> {
  for (let count = 1; ; count++) {
    const step = steps.next();
    if (step.done) return step.value;
    if (count % STEPS_IN_A_ROW === 0) await giveWay();
  }
}
