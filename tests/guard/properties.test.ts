import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type PersonalKind,
  personalDataIn,
  withoutPersonalData,
} from '../../src/domain/shared/personal-data.ts';
import { around, bsn, iban, phone, plate, postalAddress } from './numbers.ts';

const kindsIn = (text: string): PersonalKind[] => personalDataIn(text).map(({ kind }) => kind);

/** The same number in the ways in which people write it. */
const spelled = (
  number: fc.Arbitrary<string>,
  every: RegExp,
  gaps: readonly string[],
): fc.Arbitrary<string> =>
  fc.tuple(number, fc.constantFrom(...gaps)).map(([text, gap]) => text.replaceAll(every, `$&${gap}`));

const inText = (part: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(part, around).map(([text, [before, after]]) => `${before}${text}${after}`);

/** Full width, and an invisible sign behind every one. */
const disguised = (text: string): string =>
  text.replaceAll(/[0-9]/g, (digit) => `${String.fromCharCode(digit.charCodeAt(0) + 0xfee0)}\u200B`);

describe('the guard finds, in any text around it,', () => {
  it.each<[PersonalKind, fc.Arbitrary<string>]>([
    ['bsn', spelled(bsn, /\d{3}(?=\d)/g, ['', ' ', '.', '-'])],
    ['iban', spelled(iban, /[A-Z0-9]{4}(?=.)/g, ['', ' ', '.', '-', ' - '])],
    ['iban', iban.map((account) => account.toLowerCase())],
    ['phone', phone],
    ['plate', plate],
    ['plate', plate.map((made) => made.toLowerCase())],
    ['plate', plate.map((made) => `kenteken ${made.replaceAll('-', '')}`)],
    ['address', postalAddress],
  ])('every %s', (kind, part) => {
    fc.assert(
      fc.property(inText(part), (text) => {
        expect(kindsIn(text)).toContain(kind);
      }),
      { numRuns: 400 },
    );
  });

  it.each<[PersonalKind, fc.Arbitrary<string>]>([
    ['bsn', bsn],
    ['iban', iban],
    ['phone', phone],
  ])('every %s in figures of full width and with invisible signs', (kind, part) => {
    const text = inText(part).map(disguised);
    fc.assert(
      fc.property(text, (one) => {
        expect(kindsIn(one)).toContain(kind);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the guard lets pass', () => {
  it('a citizen service number of which one figure is wrong', () => {
    const wrong = fc.tuple(bsn, fc.nat(8), fc.integer({ min: 1, max: 9 })).map(([number, at, by]) => {
      const digit = (Number(number[at]) + by) % 10;
      return `${number.slice(0, at)}${digit}${number.slice(at + 1)}`;
    });
    fc.assert(
      fc.property(inText(wrong), (text) => {
        expect(kindsIn(text)).not.toContain('bsn');
      }),
    );
  });

  it('an account of which the check digits are wrong', () => {
    const wrong = iban.map((account) => {
      const check = (Number(account.slice(2, 4)) + 1) % 100;
      return `${account.slice(0, 2)}${String(check).padStart(2, '0')}${account.slice(4)}`;
    });
    fc.assert(
      fc.property(inText(wrong), (text) => {
        expect(kindsIn(text)).not.toContain('iban');
      }),
    );
  });
});

describe('what the guard has hidden', () => {
  const pieces = fc.oneof(
    ...[bsn, iban, phone, plate, postalAddress],
    fc.constantFrom('mevrouw De Vries', 't.n.v. J. Jansen', 'jan@voorbeeld.nl', 'Dorpsstraat 12', 'kenteken'),
    fc.string({ maxLength: 6 }),
    fc.constantFrom(' ', '-', '.', '\n', '0', '06', '+31', '1234 AB', '\u200B', '•', '@', 'van', 'A.'),
  );
  const text = fc
    .array(pieces, { maxLength: 8 })
    .chain((parts) => fc.constantFrom('', ' ', ', ').map((gap) => parts.join(gap)));

  it('holds nothing that it would find again, whatever stands beside each other', () => {
    fc.assert(
      fc.property(text, (one) => {
        const hidden = withoutPersonalData(one);
        expect(personalDataIn(hidden)).toEqual([]);
        expect(withoutPersonalData(hidden)).toBe(hidden);
        expect(hidden.split('\n').length).toBe(one.split('\n').length);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is told by the line it stands on', () => {
    fc.assert(
      fc.property(fc.nat(20), phone, (lines, number) => {
        expect(personalDataIn(`${'regel\n'.repeat(lines)}${number}`)).toMatchObject([{ line: lines + 1 }]);
      }),
    );
  });
});
