import { kindCueAt } from './kind-words.ts';

/** Parts of compounds are at least this long: shorter ones are found in anything. */
const SHORTEST_PART = 4;
/** What Dutch puts between the parts of a compound. */
const BETWEEN = ['', 's', 'en', 'n'];

/**
 * The two words that a compound is made of, when the first is a name and the second a name or a word for a kind of
 * record: "seniorencampagne" is "senioren" and "campagne". Undefined for all other words.
 */
export function splitCompound(
  word: string,
  isName: (part: string) => boolean,
): readonly [first: string, second: string] | undefined {
  for (let at = word.length - SHORTEST_PART; at >= SHORTEST_PART; at--) {
    const second = word.slice(at);
    if (!kindCueAt([second], 0)?.cue.names && !isName(second)) continue;
    const before = word.slice(0, at);
    const first = BETWEEN.filter((between) => before.endsWith(between))
      .map((between) => before.slice(0, before.length - between.length))
      .find((part) => part.length >= SHORTEST_PART && isName(part));
    if (first) return [first, second];
  }
  return undefined;
}
