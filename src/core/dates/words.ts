/** The words that people use for months, weekdays, seasons and counts, in both tongues, folded to lower case. */

const MONTHS = [
  'januari january jan',
  'februari february feb febr',
  'maart march mrt mar maa',
  'april apr',
  'mei may',
  'juni june jun',
  'juli july jul',
  'augustus august aug',
  'september sept sep',
  'oktober october okt oct',
  'november nov',
  'december dec',
];

const WEEKDAYS = [
  'maandag monday ma mon',
  'dinsdag tuesday di tue tues',
  'woensdag wednesday wo wed',
  'donderdag thursday do thu thur thurs',
  'vrijdag friday vr fri',
  'zaterdag saturday za sat',
  'zondag sunday zo sun',
];

/** The month that a meteorological season begins in; each lasts three months. */
const SEASONS = ['lente voorjaar spring', 'zomer summer', 'herfst najaar autumn fall', 'winter'];

const ORDINALS = ['eerste first', 'tweede second', 'derde third', 'vierde fourth', 'vijfde fifth'];

const COUNTS = [
  'een one a an',
  'twee two',
  'drie three',
  'vier four',
  'vijf five',
  'zes six',
  'zeven seven',
  'acht eight',
  'negen nine',
  'tien ten',
  'elf eleven',
  'twaalf twelve',
];

/** A month's name or abbreviation, to its number from 1. */
export const monthNumbers = numbered(MONTHS);
/** A weekday's name or abbreviation, to its ISO number (Monday is 1). */
export const weekdayNumbers = numbered(WEEKDAYS);
/** A written ordinal, to its number. */
export const ordinalNumbers = numbered(ORDINALS);
/** A written count, to its number. */
export const countNumbers = numbered(COUNTS);
/** A season, to the month that it begins in. */
export const seasonMonths = new Map(
  [...numbered(SEASONS)].map(([word, number]): [string, number] => [word, number * 3]),
);

/** Weekday names that are clear enough to stand alone: not "do", "za" or "sun". */
export const fullWeekdays: readonly string[] = WEEKDAYS.flatMap((line) => line.split(' ').slice(0, 2));

/** The words of a map as a piece of a regular expression, longest first so that none hides another. */
export function anyOf(words: Iterable<string>): string {
  return [...words].sort((one, other) => other.length - one.length).join('|');
}

function numbered(lines: readonly string[]): ReadonlyMap<string, number> {
  return new Map(lines.flatMap((line, index) => line.split(' ').map((word) => [word, index + 1] as const)));
}
