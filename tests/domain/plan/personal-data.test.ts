import { describe, expect, it } from 'vitest';
import { personalDataIn } from '../../../src/domain/shared/personal-data.ts';

const kinds = (text: string) => personalDataIn(text).map(({ kind }) => kind);

describe('personal data in shared text', () => {
  it.each([
    ['mail jan@voorbeeld.nl', 'email'],
    ['bel 06-12345678', 'phone'],
    ['bel +31 6 12 34 56 78', 'phone'],
    ['bsn 111222333', 'bsn'],
    ['rekening NL91 ABNA 0417 1643 00', 'iban'],
  ])('%s', (text, kind) => {
    expect(kinds(text)).toEqual([kind]);
  });

  it('is told by line, and never in full', () => {
    expect(personalDataIn('een\nmail jan@voorbeeld.nl')).toEqual([
      { kind: 'email', line: 2, masked: 'ja••••••l' },
    ]);
  });

  it('is not an ordinary figure, a key or a quarter', () => {
    expect(kinds('Q1 2026, AP24-5.01, 125.000 bezoekers, 19 onderzoeken N=23146, 123456789')).toEqual([]);
  });
});
