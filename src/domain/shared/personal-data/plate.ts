import { type Span, spansOf } from './span.ts';

/** Later cars have no vowels, and no C or Q (RDW); older ones, and trailers (OA-12-BC), have any letter. */
const LATER = '[BDFGHJKLMNPRSTVWXZ]';
/** RDW's sidecodes 1 to 14: X a letter of any, L of the later ones, 9 a digit. */
const SIDECODES = [
  ...['XX-99-99', '99-99-XX', '99-XX-99', 'XX-99-XX', 'LL-LL-99', '99-LL-LL', '99-LLL-9'],
  ...['9-LLL-99', 'LL-999-L', 'L-999-LL', 'LLL-99-L', 'L-99-LLL', '9-LL-999', '999-LL-9'],
];

const WITH_DASHES = platePattern('-', '');
/** Without its dashes it is a plate only when the words before it say so. */
const NAMED = platePattern(
  '[ -]?',
  '(?<=(?:kenteken|kentekens|kentekenplaat|nummerbord|nummerplaat|auto|auto met|busje|busje met|scooter|scooter met|licen[cs]e plate|number plate)(?: is| was|:)? {0,2}[\'"]?)',
);
/**
 * Right behind the word for it anything of that shape is one: letters and figures in two or three groups, five to
 * eight in all. It catches foreign plates, and what somebody read or typed wrongly.
 */
const SAID =
  /(?<=(?:[Kk]enteken(?:s|plaat|nummer)?|[Nn]ummer(?:bord|plaat)|[Ll]icen[cs]e plate|[Nn]umber plate)(?: is| was|:)? {1,2}['"]?)(?=(?:[ -]?[A-Za-z\d]){5,8}(?![A-Za-z\d]|[ -]\d))(?=[A-Za-z -]{0,8}\d)(?=[\d -]{0,8}[A-Za-z])(?:[A-Z\d]{1,4}(?:[ -]?[A-Z\d]{1,4}){1,2}|[a-z\d]{1,4}(?:-[a-z\d]{1,4}){1,2})(?![A-Za-z\d]|-[A-Za-z\d])/g;
/** "3-mrt-27" is a day, and "ma-12-10" as well. */
const DAY = /^\d-?(?:mrt|mar)-?\d|^(?:ma|di|wo|do|vr|za|zo|wk|week)-\d/i;

/** Dutch licence plates: with their dashes, or without them behind the word for one. */
export function plates(plain: string): Span[] {
  const named = spansOf(plain, NAMED, () => true);
  const dashed = spansOf(plain, WITH_DASHES, (match) => !DAY.test(match));
  const said = spansOf(plain, SAID, () => true);
  const all = [...named, ...said, ...dashed].sort(
    (one, other) => one.start - other.start || other.end - one.end,
  );
  const kept: Span[] = [];
  for (const one of all) if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
}

function platePattern(dash: string, before: string): RegExp {
  const one = SIDECODES.map((code) =>
    code.replaceAll(/[X9L-]/g, (sign) => {
      if (sign === '-') return dash;
      if (sign === 'X') return '[A-Z]';
      return sign === 'L' ? LATER : '\\d';
    }),
  );
  return new RegExp(
    `${before}(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}][-./])(?:${one.join('|')})(?![\\p{L}\\p{N}]|[-./][\\p{L}\\p{N}])`,
    'giu',
  );
}
