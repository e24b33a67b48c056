import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt } from '../../../src/domain/search/excerpt.ts';

describe('an excerpt', () => {
  it('shows the words around what was looked for, and marks the whole word', () => {
    expect(excerpt('Bereik ouderen via de crèmekleurige folder', ['creme'])).toEqual([
      { text: 'Bereik ouderen via de ', marked: false },
      { text: 'crèmekleurige', marked: true },
      { text: ' folder', marked: false },
    ]);
  });

  it('cuts a long text at its words', () => {
    const long = `${'woord '.repeat(40)}naald ${'woord '.repeat(40)}`;
    const pieces = excerpt(long, ['naald']) ?? [];
    expect(pieces[0]?.text).toBe('… ');
    expect(pieces.at(-1)?.text).toBe(' …');
    expect(pieces.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['naald']);
    expect(pieces.map(({ text }) => text).join('').length).toBeLessThan(170);
  });

  it('is none for a text that has none of it', () => {
    expect(excerpt('iets anders', ['naald'])).toBeUndefined();
    expect(excerpt('', [])).toBeUndefined();
  });

  it('never makes up a letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.string({ minLength: 1, maxLength: 3 }),
        (text, word) => {
          const pieces = excerpt(text, [word]);
          const shown = (pieces ?? [])
            .map((piece) => piece.text)
            .join('')
            .replace(/^… /, '')
            .replace(/ …$/, '');
          expect(text.replaceAll(/\s+/g, ' ')).toContain(shown);
        },
      ),
    );
  });
});
