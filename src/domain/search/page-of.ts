import { type Kind, kindOf } from '../shared/record.ts';
import type { Ranked } from './rank.ts';

/** More of one kind than this push the others off a page. */
const MOST_OF_KIND = 3;

/**
 * One page of what was found, as it is read: in groups by kind, the group with the best first. Every kind has its
 * turn, so that the editions of one moment do not fill a page while other kinds wait; all come on some page.
 */
export function pageOf(hits: readonly Ranked[], size: number, from: number): Ranked[] {
  let left = [...hits];
  let page: Ranked[] = [];
  for (let done = 0; done <= from; done += size) {
    page = nextPage(left, size);
    const taken = new Set(page);
    left = left.filter((hit) => !taken.has(hit));
  }
  return [...Map.groupBy(page, ({ record }) => kindOf(record.id)).values()].flat();
}

function nextPage(left: readonly Ranked[], size: number): Ranked[] {
  const counts = new Map<Kind, number>();
  const inTurn = left.filter(({ record }) => {
    const kind = kindOf(record.id);
    const count = counts.get(kind) ?? 0;
    counts.set(kind, count + 1);
    return count < MOST_OF_KIND;
  });
  const first = inTurn.slice(0, size);
  const taken = new Set(first);
  const rest = left.filter((hit) => !taken.has(hit)).slice(0, size - first.length);
  const page = new Set([...first, ...rest]);
  return left.filter((hit) => page.has(hit));
}
