import { foldText } from '../../core/ids.ts';
import type { Action } from './plan.ts';

/** Which earlier action a new one follows: the same words go on, words that are much alike are changed. */
export interface Match {
  old: Action;
  relation: 'goes-on' | 'changed';
}

/** How much of two results must be the same words before one is taken for a new form of the other. */
const ALIKE = 0.5;
const SAME_GOAL = 0.1;
const SMALL_WORDS = new Set(
  'de het een en of van voor in op te met aan bij door om the a and of for to'.split(' '),
);

type Words = Pick<Action, 'goal' | 'result'>;

/**
 * Links each new action to at most one earlier one, the best pairs first; no earlier action is used twice.
 * The answer has a place for each new action, in their order.
 */
export function matchPredecessors(
  actions: readonly Words[],
  earlier: readonly Action[],
): (Match | undefined)[] {
  const old = earlier.map((action) => ({ action, words: wordsOf(action.result), goal: keyOf(action.goal) }));
  const pairs = actions.flatMap((action, place) => {
    const words = wordsOf(action.result);
    const goal = keyOf(action.goal);
    return old
      .map((one) => ({
        place,
        one,
        same: keyOf(action.result) === keyOf(one.action.result),
        alike: shareOf(words, one.words) + (goal !== '' && goal === one.goal ? SAME_GOAL : 0),
      }))
      .filter(({ same, alike }) => same || alike >= ALIKE);
  });
  pairs.sort((a, b) => Number(b.same) - Number(a.same) || b.alike - a.alike || a.place - b.place);
  const found: (Match | undefined)[] = actions.map(() => undefined);
  const used = new Set<Action>();
  for (const { place, one, same } of pairs) {
    if (found[place] || used.has(one.action)) continue;
    found[place] = { old: one.action, relation: same ? 'goes-on' : 'changed' };
    used.add(one.action);
  }
  return found;
}

/** The share of words that two sets have in common: 1 when they are equal, 0 when nothing is shared. */
export function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const all = one.size + other.size;
  return all === 0 ? 0 : (2 * one.intersection(other).size) / all;
}

function wordsOf(text: string): ReadonlySet<string> {
  const words = foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !SMALL_WORDS.has(word)));
}

function keyOf(text: string): string {
  return (foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
