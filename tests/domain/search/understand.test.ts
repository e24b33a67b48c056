import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKind } from '../../../src/domain/records.ts';
import { nameKeys } from '../../../src/domain/search/name-keys.ts';
import { understand } from '../../../src/domain/search/understand.ts';
import { ofKind } from '../../import/calendars.ts';

const names = nameKeys([
  ...(['form', 'audience', 'topic', 'region', 'organisation', 'series'] as const).flatMap((kind) =>
    ofKind(kind),
  ),
]);
const TODAY = Temporal.PlainDate.from('2026-11-23');
const read = (typed: string) => understand(typed, names, TODAY);
const ids = (typed: string) => read(typed).groups.flatMap(({ terms }) => terms.map(({ id }) => id));

describe('a question', () => {
  it('names things by any of their names, in one word or two, inflected', () => {
    expect(ids('WhatsAppfraude')).toEqual(['form/vriend-in-nood']);
    expect(ids('whatsapp fraude')).toEqual(['form/vriend-in-nood']);
    expect(ids('katvangers')).toEqual(['topic/geldezel']);
    expect(ids('BEC')).toEqual(['form/factuurfraude', 'form/ceo-fraude']);
    expect(ids('EZ')).toEqual(['organisation/ezk']);
    expect(ids('bankhelpdesk')).toEqual(['form/bankhelpdeskfraude']);
  });

  it('does not take small words and common beginnings for names, but does when they are written as one', () => {
    expect(ids('om de week')).toEqual([]);
    expect(ids('acties OM')).toEqual(['organisation/om']);
    expect(ids('veiligheid')).toEqual([]);
  });

  it('tells kinds of record by their words', () => {
    expect(read('signalen zeeland')).toMatchObject({ kinds: ['signal'], hinted: [] });
    expect(ids('signalen zeeland')).toEqual(['region/zeeland-west-brabant']);
    expect(read('what to do after phishing')).toMatchObject({ kinds: [], hinted: ['guide'] });
    expect(read('seniorencampagne')).toMatchObject({ kinds: ['campaign'] });
    expect(ids('seniorencampagne')).toEqual(['audience/senioren']);
  });

  it('tells a period, but not where it is a part of a name or a key', () => {
    expect(read('campagnes oktober 2027').period).toMatchObject({ start: '2027-10-01', end: '2027-10-31' });
    expect(read('echt niet vandaag').period).toBeUndefined();
    expect(read('5 december').period).toBeUndefined();
    expect(read('5.04').period).toBeUndefined();
    expect(read('5.04').groups.map(({ typed }) => typed)).toEqual(['5.04']);
  });

  it('holds a few groups of plain folded text whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (typed) => {
        const { groups } = read(typed);
        expect(groups.length).toBeLessThanOrEqual(8);
        for (const { options, terms } of groups) {
          expect(options.length).toBeGreaterThan(0);
          for (const { text } of options) expect(text).toMatch(/^[\p{L}\p{N}. ]+$/u);
          expect(terms.some((term) => isKind(term, 'person'))).toBe(false);
        }
      }),
    );
  });
});
