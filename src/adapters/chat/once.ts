/** Remembers what was seen a short while ago. */
export interface Recent {
  /** False when the same was seen within the time. */
  isFirst(what: string): boolean;
  /** Whether it was seen within the time; asking does not count as seeing. */
  has(what: string): boolean;
}

/** Times are milliseconds on the monotonic clock; what is older is forgotten, so that it never grows. */
export function recently(milliseconds: number, monotonic: () => number): Recent {
  const seen = new Map<string, number>();
  return {
    isFirst(what) {
      const now = monotonic();
      for (const [old, at] of seen) {
        if (now - at < milliseconds) break;
        seen.delete(old);
      }
      if (seen.has(what)) return false;
      seen.set(what, now);
      return true;
    },
    has: (what) => monotonic() - (seen.get(what) ?? Number.NEGATIVE_INFINITY) < milliseconds,
  };
}
