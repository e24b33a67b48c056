import type { DatePeriod } from '../../core/dates/parse-period.ts';
import { namesOf } from '../names.ts';
import type { AnyRecord } from '../records.ts';
import type { Kind } from '../shared/record.ts';
import { OWN_NAMES } from './name-keys.ts';
import { plainWords } from './plain-names.ts';
import { sameWord } from './stem.ts';
import type { Understood } from './understand.ts';
import type { WordGroup } from './word-group.ts';

/** How a question was read, where that is more than its words. */
export interface ReadAs {
  kinds: readonly Kind[];
  period?: DatePeriod | undefined;
  /** Words that were taken for slips, with what was looked for instead. */
  slips: readonly { typed: string; taken: readonly string[] }[];
  /** What words were taken to name, when that is called differently. */
  terms: readonly { typed: string; term: AnyRecord }[];
}

/** More things than this that one word may name are not told one by one. */
const MOST_TOLD = 2;

export const READ_LITERALLY: ReadAs = { kinds: [], slips: [], terms: [] };

/** Tells how a question was read. Slips hold only words that the asker may see. */
export function readAs({ groups, period }: Understood, kinds: readonly Kind[]): ReadAs {
  return {
    kinds,
    period,
    slips: groups.flatMap(({ typed, near }) => (near && near.length > 0 ? [{ typed, taken: near }] : [])),
    terms: groups.flatMap(otherwiseCalled),
  };
}

function otherwiseCalled({ typed, terms, near }: WordGroup): ReadAs['terms'] {
  if (terms.length > MOST_TOLD || near) return [];
  const squashed = typed.replaceAll(' ', '');
  const isOwn = (name: string): boolean =>
    name.replaceAll(' ', '').includes(squashed) || name.split(' ').some((word) => sameWord(word, typed));
  return terms
    .filter((term) => !namesOf(term).slice(0, OWN_NAMES).map(plainWords).some(isOwn))
    .map((term) => ({ typed, term }));
}
