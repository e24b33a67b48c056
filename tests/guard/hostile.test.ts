import { expect, it } from 'vitest';
import { personalDataIn, withoutPersonalData } from '../../src/domain/shared/personal-data.ts';

/** Parts that the patterns begin with or repeat, so that each of them is tried at every place. */
const PARTS = [
  ...[
    'a',
    'A',
    '0',
    '1',
    '+31',
    '06 ',
    '0 ',
    '1.',
    '- ',
    'a.',
    'a@',
    'a@a.',
    '@',
    'NL9',
    'N1 ',
    '12-',
    'AB-',
  ],
  ...[
    'Aa ',
    'van ',
    'Van de ',
    'A.',
    "A'",
    'straat',
    'Straat ',
    'Astraat1',
    '1234 AB',
    '1234AB ',
    'mevrouw ',
  ],
  ...[
    'mevrouw A',
    'groet,\n',
    't.n.v. ',
    'ik ben A',
    'ISBN',
    'https://',
    '(at)',
    ' (punt) ',
    '\u200B',
    '•',
    '\n',
  ],
];

/** How long the guard is at work, as a multiple of what it needs for a twentieth of the text. */
const SIZE = 5_000;

it.each(PARTS)('is done soon with thousands of %j', (part) => {
  const long = part.repeat(Math.ceil((SIZE * 20) / part.length));
  // A pattern that is quadratic in this would look at ten thousand million places: it would not end in this test.
  expect(personalDataIn(long).length).toBeLessThan(long.length);
  expect(withoutPersonalData(long.slice(0, SIZE)).length).toBeGreaterThan(0);
});
