/** A kind of personal data that does not belong in shared text, and where it was found. */
export interface PersonalData {
  kind: 'bsn' | 'iban' | 'phone' | 'email';
  line: number;
  /** What was found with most of it hidden, so that the warning does not spread it. */
  masked: string;
}

/** Web addresses and book numbers are left alone: the figures in them are nobody's number. */
const ADDRESS = /(https?:\/\/\S+|\bISBN[ :]*[\dX -]+)/gi;
/** A day, which with an hour behind it has as many figures as a telephone number. */
const DATE = /\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)\d{2}/;

const PATTERNS: readonly (readonly [PersonalData['kind'], RegExp])[] = [
  ['email', /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu],
  ['iban', /\b[a-z]{2}\d{2}(?:[ .-]?[a-z0-9]{4}){2,7}(?:[ .-]?[a-z0-9]{1,3})?\b/gi],
  ['phone', /(?<![\d.,/-])(?:(?:\+31|0031)[ .-]*(?:\(0\))?|0)(?:[ ./()-]{0,3}\d){9}(?!\d)/g],
  ['bsn', /(?<![\d.,/-])\d(?:[. ]?\d){8}(?!\d)/g],
];

/**
 * Finds citizen service numbers, bank accounts, telephone numbers and e-mail addresses in a text. Citizen
 * and account numbers count only when their check digits are right; dates, ISBNs and web addresses pass.
 */
export function personalDataIn(text: string): PersonalData[] {
  const found: PersonalData[] = [];
  for (const [index, line] of text.split('\n').entries())
    replaceIn(line, (kind, match) => {
      found.push({ kind, line: index + 1, masked: mask(match) });
      return ' ';
    });
  return found;
}

/** The same text with what `personalDataIn` finds hidden. */
export function withoutPersonalData(text: string): string {
  const lines = text.split('\n');
  return lines.map((line) => replaceIn(line, (_kind, match) => mask(match))).join('\n');
}

function replaceIn(line: string, by: (kind: PersonalData['kind'], match: string) => string): string {
  const parts = line.split(ADDRESS);
  return parts.map((part, index) => (index % 2 === 1 ? part : replaceInWords(part, by))).join('');
}

function replaceInWords(words: string, by: (kind: PersonalData['kind'], match: string) => string): string {
  let rest = words;
  for (const [kind, pattern] of PATTERNS)
    rest = rest.replaceAll(pattern, (match) => (isReal(kind, match) ? by(kind, match) : match));
  return rest;
}

function isReal(kind: PersonalData['kind'], text: string): boolean {
  if (kind === 'bsn') return isBsn(text.replaceAll(/\D/g, ''));
  if (kind === 'iban') return isIban(text.replaceAll(/[ .-]/g, '').toUpperCase());
  return kind !== 'phone' || !DATE.test(text);
}

/** The "elfproef": weights 9 to 2, and minus 1 for the last digit. */
function isBsn(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at === 8 ? -1 : 9 - at), 0);
  return Number(digits) > 0 && sum % 11 === 0;
}

function isIban(account: string): boolean {
  if (account.length < 15) return false;
  let rest = 0;
  for (const letter of account.slice(4) + account.slice(0, 4))
    for (const digit of String(Number.parseInt(letter, 36))) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

function mask(text: string): string {
  return `${text.slice(0, 2)}${'•'.repeat(Math.min(6, text.length - 3))}${text.slice(-1)}`;
}
