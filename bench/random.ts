/** Numbers that look random and are the same in every run (mulberry32). */
export interface Random {
  /** A whole number from 0 up to but not including `below`. */
  below(below: number): number;
  /** One of these. */
  pick<T>(from: readonly T[]): T;
}

/** Makes a source of numbers that depends on the seed alone. */
export function randomFrom(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, pick: <T>(from: readonly T[]) => from[below(from.length)] as T };
}
