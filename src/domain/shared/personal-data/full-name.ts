import { CALLED_LIKE_SOMEONE, FIRST_NAMES } from './first-names.ts';
import { NOT_NAMES } from './not-names.ts';
import { type Span, spansOf } from './span.ts';

const PARTICLE =
  "(?:[Vv]an|[Dd]e[nr]?|[Tt]e[nr]?|[Hh]et|'[ts]|[Ee]l|[Aa]l|[Bb]en|[Bb]in|[Vv]on|[Ll][ae]|[Dd][iu])";
const SURNAME =
  "\\p{Lu}(?:'\\p{Lu})?[\\p{Ll}']{1,30}(?:-(?:(?:van|de|den|der) ){0,2}\\p{Lu}[\\p{Ll}']{1,30}){0,2}(?![\\p{L}\\p{N}•])";

/** Behind it stands what bears somebody's name: a house, a school, a company. */
const ORGANISATION =
  '(?! (?:[Hh]uis|[Ss]tichting|[Ss]chool|[Cc]ollege|[Ff]oundation|[Ff]onds|[Aa]ren[Aa]|[Zz]iekenhuis|[Kk]liniek|[Ii]nstituut|[Bb]ank|[Mm]useum|[Hh]olding|[Mm]akelaars|[Aa]dvocaten|B\\.?V|N\\.?V|& )(?!\\p{Ll}))';

const FULL_NAME = new RegExp(
  `(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}]-)(?:${FIRST_NAMES.join('|')}) (?:${PARTICLE} ){0,3}${SURNAME}${ORGANISATION}`,
  'gu',
);
/** The name of a street or a place to learn, which is often somebody's. */
const PLACE = /(?:straat|laan|weg|plein|kade|gracht|singel|hof|park|brug|school|college|huis|prijs)$/;

/** A common first name with a surname behind it, wherever it stands: "Piet de Boer", "Fatima El Amrani". */
export function fullNames(plain: string): Span[] {
  return spansOf(plain, FULL_NAME, (found) => {
    const surname = found.slice(found.lastIndexOf(' ') + 1).toLowerCase();
    return !CALLED_LIKE_SOMEONE.has(found.toLowerCase()) && !NOT_NAMES.has(surname) && !PLACE.test(surname);
  });
}
