import { type DatePeriod, parsePeriod } from './parse-period.ts';

/** A period found among words, and the words around it in their order. */
export interface FoundPeriod {
  period: DatePeriod;
  rest: string[];
}

const MOST_WORDS = 60;
const LONGEST_RUN = 10;
/** Keys of plan actions look like this ("5.01"), so among other words it is not taken for a date. */
const LIKE_A_KEY = /^\d{1,2}\.\d{1,2}$/;

/**
 * The longest run of words that reads as a period, the first one of several: "senioren okt-nov" gives
 * October and November with "senioren" left over. Undefined when there is none.
 */
export function findPeriod(words: readonly string[], today: Temporal.PlainDate): FoundPeriod | undefined {
  const reach = Math.min(words.length, MOST_WORDS);
  for (let length = Math.min(reach, LONGEST_RUN); length >= 1; length--) {
    for (let from = 0; from + length <= reach; from++) {
      const run = words.slice(from, from + length);
      if (run.every((word) => LIKE_A_KEY.test(word))) continue;
      const period = parsePeriod(run.join(' '), today);
      if (period.type === 'period') return { period, rest: words.toSpliced(from, length) };
    }
  }
  return undefined;
}
