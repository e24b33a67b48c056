import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Asked, LEAST_PEOPLE, mergeSmall } from '../../../src/domain/insight/merge-small.ts';

const asked = (name: string, people: number): Asked<string> => ({
  organisation: `organisation/${name}`,
  people,
  matters: Array.from({ length: people }, (_, index) => `${name}${index}`),
});
const any = fc
  .uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { maxLength: 8 })
  .chain((names) =>
    fc.tuple(...names.map((name) => fc.integer({ min: 1, max: 6 }).map((people) => asked(name, people)))),
  );
const names = (all: readonly Asked<string>[]) =>
  mergeSmall(all).groups.map(({ organisations }) => organisations.map((one) => one.slice(13)).join('+'));

describe('organisations of which few people were asked', () => {
  it('count together, after the others', () => {
    expect(names([asked('nvb', 1), asked('politie', 4), asked('acm', 2), asked('om', 3)])).toEqual([
      'om',
      'politie',
      'acm+nvb',
    ]);
  });

  it('take in the smallest of the others when they are too few, or one alone', () => {
    expect(names([asked('nvb', 1), asked('politie', 4), asked('om', 3)])).toEqual(['politie', 'nvb+om']);
    expect(names([asked('a', 1), asked('b', 1), asked('politie', 4)])).toEqual(['a+b+politie']);
    expect(mergeSmall([asked('a', 1), asked('b', 1)])).toEqual({ groups: [], tooFew: true });
    expect(mergeSmall([])).toEqual({ groups: [], tooFew: false });
  });

  it('never stand in a group that is about fewer than three people, and nothing is lost or doubled', () => {
    fc.assert(
      fc.property(any, (all) => {
        const { groups, tooFew } = mergeSmall(all);
        const peopleOf = new Map(all.map(({ organisation, people }) => [organisation, people]));
        for (const { organisations } of groups) {
          const people = organisations.reduce((sum, one) => sum + (peopleOf.get(one) ?? 0), 0);
          expect(people).toBeGreaterThanOrEqual(LEAST_PEOPLE);
        }
        const shown = groups.flatMap(({ matters }) => matters).sort();
        expect(shown).toEqual(tooFew ? [] : all.flatMap(({ matters }) => matters).sort());
      }),
    );
  });
});
