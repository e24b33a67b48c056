/** A run of words that stayed, went or came, as it is written. */
export interface WordChange {
  type: 'same' | 'removed' | 'added';
  text: string;
}

/** Longer texts are not compared word by word: the table would hold this many cells. */
const MOST_CELLS = 2_000_000;

/**
 * What changed between two texts, in runs of whole words; the runs without what was removed, and without what was
 * added, make up the words of the texts. White space is one space.
 */
export function wordDifference(before: string, after: string): WordChange[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const start = countWhile(Math.min(old.length, now.length), (at) => old[at] === now[at]);
  const most = Math.min(old.length, now.length) - start;
  const end = countWhile(most, (at) => old[old.length - 1 - at] === now[now.length - 1 - at]);
  const middle = [old.slice(start, old.length - end), now.slice(start, now.length - end)] as const;
  return joined([
    ...old.slice(0, start).map((text): WordChange => ({ type: 'same', text })),
    ...between(...middle),
    ...old.slice(old.length - end).map((text): WordChange => ({ type: 'same', text })),
  ]);
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function countWhile(most: number, holds: (at: number) => boolean): number {
  let count = 0;
  while (count < most && holds(count)) count++;
  return count;
}

/** By the longest common row of words, of which `table[i][j]` is the length from word i and word j on. */
function between(old: readonly string[], now: readonly string[]): WordChange[] {
  const removed = (text: string): WordChange => ({ type: 'removed', text });
  const added = (text: string): WordChange => ({ type: 'added', text });
  if (old.length * now.length > MOST_CELLS) return [...old.map(removed), ...now.map(added)];
  const table = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  const lengthAt = (i: number, j: number): number => table[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--) {
      const row = table[i] as Uint16Array;
      row[j] =
        old[i] === now[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
    }
  const changes: WordChange[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    const [one, other] = [old[i] as string, now[j] as string];
    if (one === other) {
      changes.push({ type: 'same', text: one });
      i++;
      j++;
    } else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) {
      changes.push(removed(one));
      i++;
    } else {
      changes.push(added(other));
      j++;
    }
  }
  return [...changes, ...old.slice(i).map(removed), ...now.slice(j).map(added)];
}

/** Words of one kind that follow each other are one run. Of one change what went stands before what came. */
function joined(changes: readonly WordChange[]): WordChange[] {
  const runs: WordChange[] = [];
  const [removed, added]: [string[], string[]] = [[], []];
  const flush = (): void => {
    if (removed.length > 0) runs.push({ type: 'removed', text: removed.splice(0).join(' ') });
    if (added.length > 0) runs.push({ type: 'added', text: added.splice(0).join(' ') });
  };
  for (const { type, text } of changes) {
    if (type === 'removed') removed.push(text);
    else if (type === 'added') added.push(text);
    else {
      flush();
      const last = runs.at(-1);
      if (last?.type === 'same') last.text = `${last.text} ${text}`;
      else runs.push({ type: 'same', text });
    }
  }
  flush();
  return runs;
}
