import { type Span, spansOf } from './span.ts';

const NINE = /(?<!\d|\d[.,/-]|[€$] ?|EUR )\d(?:[. -]?\d){8}(?!\d|[.,-]\d| ?euro)/gi;
const DATE = /\d{1,2}[-. ]\d{1,2}[-. ](?:19|20)\d{2}|(?:19|20)\d{2}[-. ]\d{1,2}[-. ]\d{1,2}/;

/** Citizen service numbers of nine figures: by chance one in eleven other numbers looks like one. */
export function bsns(plain: string): Span[] {
  return spansOf(plain, NINE, (match) => !DATE.test(match) && isBsn(match.replaceAll(/\D/g, '')));
}

/** The "elfproef": weights 9 to 2, and minus 1 for the last digit. */
export function isBsn(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at === 8 ? -1 : 9 - at), 0);
  return digits.length === 9 && Number(digits) > 0 && sum % 11 === 0;
}
