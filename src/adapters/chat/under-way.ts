/** Work that goes on after its request was acknowledged. */
export interface UnderWay {
  /** Counts this work until it is done; gives what it gives. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

/** Keeps count of work, so that the program can stop without leaving an answer half given. */
export function workUnderWay(): UnderWay {
  const running = new Set<Promise<unknown>>();
  return {
    during: async (work) => {
      running.add(work);
      try {
        return await work;
      } finally {
        running.delete(work);
      }
    },
    settled: async () => {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
