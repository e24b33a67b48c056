/** Blocks or elements that belong together on a platform's message. */
export interface Piece<T> {
  items: readonly T[];
  /** Buttons are what an answer is for: they stay when the text before them is too long. */
  keep?: 'always' | 'if-room';
  /** A smaller form for this much room; empty when nothing of it fits. */
  shrink?: (room: number) => readonly T[];
}

/** What a message can hold: the sum of the costs, and the number of items. */
export interface Room<T> {
  cost: (item: T) => number;
  total: number;
  count?: number;
}

const KEPT_SHARE = 0.6;

/**
 * The items of all pieces when they fit. Otherwise the kept pieces and, in order, as many others as
 * there is room for; the notice stands where the first piece was left out.
 */
export function fitPieces<T>(pieces: readonly Piece<T>[], room: Room<T>, notice: readonly T[]): T[] {
  const costOf = (items: readonly T[]) => items.reduce((sum, item) => sum + room.cost(item), 0);
  const most = room.count ?? Number.MAX_SAFE_INTEGER;
  const everything = pieces.flatMap((piece) => piece.items);
  if (everything.length <= most && costOf(everything) <= room.total) return everything;

  let total = room.total - costOf(notice);
  let count = most - notice.length;
  const take = (items: readonly T[], share = 1) => {
    const cost = costOf(items);
    const fits = cost <= total - room.total * (1 - share) && items.length <= count - most * (1 - share);
    if (!fits) return false;
    total -= cost;
    count -= items.length;
    return true;
  };

  const kept = new Set([
    ...pieces.filter((piece) => piece.keep === 'always' && take(piece.items)),
    ...pieces.filter((piece) => piece.keep === 'if-room' && take(piece.items, KEPT_SHARE)),
  ]);
  const result: T[] = [];
  let full = false;
  for (const piece of pieces) {
    if (kept.has(piece)) {
      result.push(...piece.items);
      continue;
    }
    if (full) continue;
    if (take(piece.items)) {
      result.push(...piece.items);
      continue;
    }
    const smaller = count > 0 ? (piece.shrink?.(total) ?? []) : [];
    if (smaller.length > 0 && take(smaller)) result.push(...smaller);
    result.push(...notice);
    full = true;
  }
  return result;
}
