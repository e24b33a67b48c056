import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDifference } from '../../src/core/word-difference.ts';

const shown = (before: string, after: string) =>
  wordDifference(before, after)
    .map(({ type, text }) => (type === 'same' ? text : `${type === 'added' ? '+' : '-'}[${text}]`))
    .join(' ');

describe('the difference between two texts', () => {
  it.each([
    ['Hang op en bel', 'Hang op en bel', 'Hang op en bel'],
    ['Hang op', 'Hang op en bel zelf', 'Hang op +[en bel zelf]'],
    ['bel je bank terug', 'bel zelf je bank', 'bel +[zelf] je bank -[terug]'],
    ['', 'Nieuw', '+[Nieuw]'],
    ['a b c d', 'a x c d', 'a -[b] +[x] c d'],
  ])('of "%s" and "%s" is told in whole words', (before, after, expected) => {
    expect(shown(before, after)).toBe(expected);
  });

  it('holds both texts whole', () => {
    const words = fc.array(fc.constantFrom('hang', 'op', 'bel', 'je', 'bank', 'zelf'), { maxLength: 30 });
    fc.assert(
      fc.property(words, words, (old, now) => {
        const runs = wordDifference(old.join('  '), now.join('\n'));
        const without = (type: string) =>
          runs.flatMap((run) => (run.type === type ? [] : run.text.split(' '))).filter((word) => word !== '');
        expect(without('added')).toEqual(old);
        expect(without('removed')).toEqual(now);
      }),
    );
  });

  it('of texts that are too long to compare is the whole of both', () => {
    const text = (name: string) =>
      Array.from({ length: 2_000 }, (_none, index) => `${name}${index}`).join(' ');
    expect(wordDifference(text('a'), text('b')).map(({ type }) => type)).toEqual(['removed', 'added']);
  });
});
