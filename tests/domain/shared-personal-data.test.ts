import { expect, it } from 'vitest';
import { personalDataIn } from '../../src/domain/shared/personal-data.ts';

it.each([
  'Aftrap 01-12-2027 10:00 uur',
  'Van 01-12-2027 05-12-2027',
  'ISBN 0-306-40615-2',
  'DOI 10.1108/ICS-07-2019-0078',
  'https://voorbeeld.nl/actie/123456782',
  'Bel 0900-8844 of kijk op 112',
  'In 2027 bereikten we 12.500 mensen voor € 1.234.567',
])('lets ordinary text pass: %s', (text) => {
  expect(personalDataIn(text)).toEqual([]);
});

it.each([
  ['+31 (0)6 12345678', 'phone'],
  ['06 - 12345678', 'phone'],
  ['06/12345678', 'phone'],
  ['06.12.34.56.78', 'phone'],
  ['bel 020-1234567 nu', 'phone'],
  ['BSN 1112.22.333', 'bsn'],
  ['BSN 111222333', 'bsn'],
  ['NL91.ABNA.0417.1643.00', 'iban'],
  ['nl91abna0417164300', 'iban'],
  ['jan@voorbeeld.nl', 'email'],
] as const)('finds it in another spelling: %s', (text, kind) => {
  expect(personalDataIn(text).map((found) => found.kind)).toEqual([kind]);
});
