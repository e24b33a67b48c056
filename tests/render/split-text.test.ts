import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphemes, shorten, splitText } from '../../src/render/shared/split-text.ts';

const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');

describe('cutting a text', () => {
  test('keeps every word whole, in order, within the limit', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
      .filter((text) => !/\s/.test(text));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), fc.integer({ min: 80, max: 120 }), (list, limit) => {
        const parts = splitText(list.join(' '), limit);
        expect(parts.flatMap(words)).toEqual(list);
        expect(parts.every((part) => part.length <= limit)).toBe(true);
      }),
    );
  });

  test('cuts a word that is too long between graphemes, never inside a flag or family', () => {
    const family = '👩‍👩‍👧‍👦';
    const parts = splitText(family.repeat(20), 25);
    expect(parts.every((part) => part.length <= 25)).toBe(true);
    expect(parts.flatMap(graphemes)).toEqual(Array(20).fill(family));
  });

  test('gets through a grapheme that is longer than the limit', () => {
    const parts = splitText(`z${'\u0301'.repeat(100)}`, 24);
    expect(parts.every((part) => part.length <= 24)).toBe(true);
    expect(parts.join('')).toHaveLength(101);
  });

  test('an empty text has no parts, and line breaks inside a part stay', () => {
    expect(splitText(' \n ', 10)).toEqual([]);
    expect(splitText('een\ntwee drie', 9)).toEqual(['een\ntwee', 'drie']);
  });
});

describe('shortening a text', () => {
  test('leaves a text that fits, and puts an ellipsis behind whole words otherwise', () => {
    expect(shorten('Week van de Veiligheid', 24)).toBe('Week van de Veiligheid');
    expect(shorten('Week van de Veiligheid 2027', 24)).toBe('Week van de Veiligheid…');
    expect(shorten('Week van de Veiligheid 2027', 20)).toBe('Week van de…');
  });

  test('counts in bytes when told to', () => {
    const bytes = (text: string) => Buffer.byteLength(text);
    expect(bytes(shorten('één twéé drié viér', 12, bytes))).toBeLessThanOrEqual(12);
  });
});
