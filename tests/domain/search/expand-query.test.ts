import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandQuery, termsNear } from '../../../src/domain/search/expand-query.ts';
import { ofKind } from '../../import/calendars.ts';

const terms = [...ofKind('form'), ...ofKind('audience'), ...ofKind('topic')];

describe('the other wordings of a question', () => {
  it('put the taxonomy’s own words in the place of a synonym', () => {
    expect(expandQuery('WhatsAppfraude', terms)).toEqual(['vriend in nood']);
    expect(expandQuery('hulp bij whatsappfraude', terms)).toEqual(['hulp bij vriend in nood']);
    expect(expandQuery('money mule', terms)).toEqual(['geldezel']);
    expect(expandQuery('kind-in-nood', terms)).toEqual(['vriend in nood']);
  });

  it('may be several, when a word means several things', () => {
    expect(expandQuery('BEC', terms)).toEqual(['factuurfraude', 'ceo fraude']);
  });

  it('are none for words that name no term, or only a part of one', () => {
    expect(expandQuery('vergadering', terms)).toEqual([]);
    expect(expandQuery('fraude', terms)).toEqual([]);
    expect(expandQuery('', terms)).toEqual([]);
  });

  it('are at most five for any words, and never the words themselves', () => {
    const synonyms = terms.flatMap(({ synonyms: words }) => words);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...synonyms, 'de', 'x'), { maxLength: 6 }), (words) => {
        const typed = words.join(' ');
        const found = expandQuery(typed, terms);
        expect(found.length).toBeLessThanOrEqual(5);
        expect(found).not.toContain(typed);
      }),
    );
  });
});

describe('the terms that words are near to', () => {
  const near = (typed: string) => termsNear(typed, terms).map(({ id }) => id);

  it('hold the words anywhere in a name', () => {
    expect(near('helpdesk')).toContain('form/bankhelpdeskfraude');
    expect(near('Phishing')).toContain('form/phishing');
  });

  it('may be named with a typing error', () => {
    expect(near('phising')).toContain('form/phishing');
    expect(near('bankhelpdeskfrade')).toContain('form/bankhelpdeskfraude');
  });

  it('are none for words that no term has, or that are too short to tell', () => {
    expect(near('vergaderzaal')).toEqual([]);
    expect(near('om')).toEqual([]);
    expect(near('')).toEqual([]);
  });
});
