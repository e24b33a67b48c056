import { type Span, spansOf } from './span.ts';

/** A house number with what may follow it: 12, 12a, 12 A, 12-3, 12 bis. Five figures is no house. */
const NUMBER =
  '\\d{1,4}(?:-\\d{1,4}(?!\\d)| ?-? ?[a-hA-H](?![\\p{L}\\p{N}])|-[A-Z]{1,3}(?![\\p{L}\\p{N}])| ?bis(?!\\p{L})|-(?:hs|I{1,3}|IV))?(?![\\p{L}\\p{N}]|[.,:]\\d|-\\d)';
const STRONG = 'straat|straatje|laan|laantje|plein|gracht|singel|plantsoen|steeg|kade|burgwal|boulevard';
/** Endings that other words have too: only behind a capital. */
const WEAK = 'weg|dijk|hof|pad|dreef|markt|park|brink|wal|haven|werf';
/** Words of two letters, that stand behind many a number. */
const WORDS =
  '(?:s[ads]|an|al|at|af|bv|by|cm|de|do|en|er|et|eu|he|if|ik|in|is|it|je|kg|km|me|mm|my|na|no|nu|of|om|on|op|or|pm|so|te|to|tv|up|us|uw|we|ze|zo)(?!\\p{L})';
const POSTCODE = '[1-9]\\d{3}';

/** "Dorpsstraat 12", with the postcode when it follows. */
const STREET = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:\\p{Lu}[\\p{L}'.-]{0,40}(?:${STRONG}|${WEAK})|\\p{L}[\\p{L}'-]{1,40}(?:${STRONG})|(?:Lange Voorhout|Plein|Gracht|Singel|Markt|Kade|Dijk|Brink|Laan))(?:,? (?:nr\\.?|nummer|no\\.?|huisnummer))? (?!(?:19|20)\\d{2}(?!\\d))${NUMBER}(?:,? ?${POSTCODE} ?[A-Z]{2}(?!\\p{L}))?`,
  'gu',
);
/** Postcode and house number: "1234 AB 12", "1234ab-12". */
const CODE = new RegExp(
  `(?<![\\p{L}\\p{N}.,€-]|€ )${POSTCODE}(?: ?(?!SA|SD|SS)[A-Z]{2}|(?!sa|sd|ss)[a-z]{2}| (?!${WORDS})[a-z]{2})(?:, ?| ?- ?| )(?:nr\\.? |nummer |huisnummer:? |house number )?${NUMBER}`,
  'gu',
);
/** Behind a year these are no letters of a postcode. */
const YEAR = /^(?:19|20)\d{2} ?(?:EU|NL|BE|DE|FR|UK|VS|US|VN|TV|QR|AI|IT|PR|EK|WK|OS|KB|MB|EN|OF|IN|OP)/;
/** What follows a number that counts: "In de Kalverstraat 5 winkels", "Kerstmarkt 12 december". */
const COUNTED =
  /^ ?(?:%|°|x\b|uur|u\b|km|m2|min|jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec|may|mar\b|oct|euro|procent|keer|maal|jaar|dagen|dag\b|weken|week|maanden|mensen|personen|bezoekers|bewoners|winkels|winkeliers|huizen|woningen|deuren|ondernemers|bedrijven|meldingen|slachtoffers|aangiften|flyers|posters|kramen|stands|t\/m|tot en met|people|visitors|shops|years|days|weeks)/i;

/** Dutch postal addresses: a street with a house number, or a postcode with one. Without a number it is a place. */
export function addresses(plain: string): Span[] {
  const isCounted = ({ end }: Span): boolean => COUNTED.test(plain.slice(end, end + 20));
  const streets = spansOf(plain, STREET, () => true);
  const codes = spansOf(plain, CODE, (match) => !YEAR.test(match));
  const apart = codes.filter(
    (one) => !streets.some((other) => one.start < other.end && other.start < one.end),
  );
  return [...streets, ...apart]
    .filter((one) => !isCounted(one))
    .sort((one, other) => one.start - other.start);
}
