import fc from 'fast-check';
import { IBAN_LENGTHS } from '../../src/domain/shared/personal-data/iban-lengths.ts';

/** Numbers with right check digits and in right shapes, made here; none is meant to be anybody's. */

const digits = (count: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`));

/** Nine figures that pass the eleven-test: of eight, the last follows, unless it would be ten. */
export const bsn: fc.Arbitrary<string> = digits(8)
  .map((eight) => {
    const sum = [...eight].reduce((total, digit, at) => total + Number(digit) * (9 - at), 0);
    return `${eight}${sum % 11}`;
  })
  .filter((number) => number.length === 9 && Number(number) > 0);

/** An account of a country, with its check digits worked out. */
export const iban: fc.Arbitrary<string> = fc
  .constantFrom(...Object.entries(IBAN_LENGTHS))
  .chain(([country, length]) =>
    fc.stringMatching(new RegExp(`^[A-Z]{4}[0-9]{${length - 8}}$`)).map((rest) => {
      const check = 98n - (asNumber(`${rest}${country}00`) % 97n);
      return `${country}${String(check).padStart(2, '0')}${rest}`;
    }),
  );

function asNumber(account: string): bigint {
  return BigInt([...account].map((sign) => String(Number.parseInt(sign, 36))).join(''));
}

/** Dutch numbers as people write them; not 0800, 0900 and the like. */
export const phone: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('06', '020', '085', '088', '0182', '+316', '+31 6', '+31 (0)6', '00316', '+31-20'),
    fc.constantFrom(' ', '-', ' - ', '', '.', '/'),
    fc.constantFrom('', ' ', '.', '-'),
  )
  .chain(([area, first, gap]) => {
    const figures = area.startsWith('0031') || area.startsWith('+') ? 9 : 10;
    const has = area.replace(/^(\+|00)31/, '').replaceAll(/\(0\)|\D/g, '').length;
    return digits(figures - has).map(
      (rest) => `${area}${first}${rest.replaceAll(/(\d\d)(?=\d)/g, `$1${gap}`)}`,
    );
  });

const LETTERS = 'BDFGHJKLMNPRSTVWXZ';
const SIDECODES = [
  ...['XX-99-99', '99-99-XX', '99-XX-99', 'XX-99-XX', 'XX-XX-99', '99-XX-XX', '99-XXX-9', '9-XXX-99'],
  ...['XX-999-X', 'X-999-XX', 'XXX-99-X', 'X-99-XXX', '9-XX-999', '999-XX-9'],
];

/** A plate of any sidecode; "mrt" and the days of the week read as dates. */
export const plate: fc.Arbitrary<string> = fc
  .constantFrom(...SIDECODES)
  .chain((code) =>
    fc.stringMatching(new RegExp(`^${code.replaceAll('X', `[${LETTERS}]`).replaceAll('9', '[0-9]')}$`)),
  )
  .filter((made) => !/MRT|^(VR|WK)-/.test(made));

/** A postcode that can exist, with a house number. */
export const postalAddress: fc.Arbitrary<string> = fc
  .tuple(
    fc.integer({ min: 2100, max: 9999 }),
    fc.stringMatching(/^[A-Z]{2}$/).filter((letters) => !['SA', 'SD', 'SS'].includes(letters)),
    fc.constantFrom('', ' '),
    fc.constantFrom(' ', ', ', '-', ' nr '),
    fc.integer({ min: 1, max: 1999 }).filter((number) => number < 1900),
    fc.constantFrom('', 'a', ' B', ' bis', '-2'),
  )
  .map(([code, letters, gap, between, number, more]) => `${code}${gap}${letters}${between}${number}${more}`);

/** Words before and after, none of them a number or a unit. */
export const around: fc.Arbitrary<[string, string]> = fc.tuple(
  fc.constantFrom('', 'Melding: ', 'Slachtoffer noemt ', '(', 'zie\n', '"', 'Het gaat om '),
  fc.constantFrom('', '.', ', al bekend', ')', '\nverder niets', '" stond er', ' en verder niets', '!'),
);
