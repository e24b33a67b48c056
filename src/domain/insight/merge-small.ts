import type { Id } from '../shared/record.ts';

/** With fewer people than this, figures about an organisation are figures about a person. */
export const LEAST_PEOPLE = 3;

/** What was asked of the people of one organisation. */
export interface Asked<M> {
  organisation: Id<'organisation'>;
  /** How many different people were asked. */
  people: number;
  matters: readonly M[];
}

export interface Merged<M> {
  organisations: readonly Id<'organisation'>[];
  matters: readonly M[];
}

/**
 * Each organisation apart when at least LEAST_PEOPLE of its people were asked; the others as one group, which comes
 * last. A group that is still too small, or that is one organisation alone, takes in the smallest of the rest, so that
 * nobody can be counted back from it. `tooFew`: there is nobody left to take in, and nothing may be shown.
 */
export function mergeSmall<M>(all: readonly Asked<M>[]): { groups: Merged<M>[]; tooFew: boolean } {
  const sorted = all.toSorted((a, b) => b.people - a.people || (a.organisation < b.organisation ? -1 : 1));
  const small = sorted.filter(({ people }) => people < LEAST_PEOPLE);
  const apart = sorted.filter(({ people }) => people >= LEAST_PEOPLE);
  const isTooSmall = (): boolean =>
    small.length > 0 &&
    (small.length === 1 || small.reduce((sum, { people }) => sum + people, 0) < LEAST_PEOPLE);
  while (isTooSmall()) {
    const next = apart.pop();
    if (!next) return { groups: [], tooFew: true };
    small.push(next);
  }
  const groups = apart
    .toSorted((a, b) => (a.organisation < b.organisation ? -1 : 1))
    .map(({ organisation, matters }): Merged<M> => ({ organisations: [organisation], matters }));
  if (small.length > 0)
    groups.push({
      organisations: small.map(({ organisation }) => organisation),
      matters: small.flatMap(({ matters }) => matters),
    });
  return { groups, tooFew: false };
}
