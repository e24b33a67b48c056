/** Runs the tasks of each lane in order, at most so many of a lane together. */
export interface Lanes {
  run(lane: string, atOnce: number, task: () => Promise<void>): Promise<void>;
}

interface Lane {
  running: number;
  waiting: (() => void)[];
}

export function createLanes(): Lanes {
  const lanes = new Map<string, Lane>();
  return {
    async run(name, atOnce, task) {
      const lane = lanes.get(name) ?? { running: 0, waiting: [] };
      lanes.set(name, lane);
      // Whoever is woken takes over a place that stays counted, so that no newcomer slips in before.
      if (lane.running >= atOnce) await new Promise<void>((woken) => lane.waiting.push(woken));
      else lane.running++;
      try {
        await task();
      } finally {
        const next = lane.waiting.shift();
        if (next) next();
        else if (--lane.running === 0) lanes.delete(name);
      }
    },
  };
}
