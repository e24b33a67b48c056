import { typedPeriod } from '../../core/dates/typed-period.ts';

/**
 * The period that three inputs of a form say together, as it would be typed: the words when there are any, and
 * else the days, ISO dates of which one may be empty. "" when nothing is filled in.
 */
export function periodFrom(van: string, tot: string, words: string): string {
  if (words.trim() !== '') return words;
  return typedPeriod(van || tot, tot || van);
}
