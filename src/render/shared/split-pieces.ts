import type { Piece, Room } from './fit-pieces.ts';

/**
 * The pieces in as many parts as they need, in order, each within the room. Pieces of a group stay together where a part
 * can hold the group; one that is larger than a part shrinks. Every part begins with `head`.
 */
export function splitPieces<T>(
  groups: readonly (readonly Piece<T>[])[],
  room: Room<T>,
  head: readonly T[],
): T[][] {
  const costOf = (items: readonly T[]) => items.reduce((sum, item) => sum + room.cost(item), 0);
  const most = (room.count ?? Number.MAX_SAFE_INTEGER) - head.length;
  const total = room.total - costOf(head);
  const fits = (items: readonly T[]) => items.length <= most && costOf(items) <= total;
  const parts: T[][] = [[]];
  for (const group of groups) {
    const items = group.flatMap((piece) => piece.items);
    for (const unit of fits(items) ? [items] : group.map((piece) => fitted(piece))) {
      const current = parts.at(-1) ?? [];
      if (current.length === 0 || fits([...current, ...unit])) current.push(...unit);
      else parts.push([...unit]);
    }
  }
  return parts.filter((part) => part.length > 0).map((part) => [...head, ...part]);

  function fitted(piece: Piece<T>): readonly T[] {
    return fits(piece.items) || !piece.shrink ? piece.items : piece.shrink(total);
  }
}
