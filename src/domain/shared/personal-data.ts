/** A kind of personal data that does not belong in shared text, and where it was found. */
export interface PersonalData {
  kind: 'bsn' | 'iban' | 'phone' | 'email';
  line: number;
  /** What was found with most of it hidden, so that the warning does not spread it. */
  masked: string;
}

const PATTERNS: readonly (readonly [PersonalData['kind'], RegExp])[] = [
  ['email', /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu],
  ['iban', /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g],
  ['phone', /(?<![\d.])(?:\+31|0031|0)[ -]?\(?[1-9](?:[ -]?\)?\d){7,8}(?![\d.])/g],
  ['bsn', /(?<![\d.])\d{9}(?![\d.])/g],
];

/**
 * Finds citizen service numbers, bank accounts, telephone numbers and e-mail addresses in a text. Numbers
 * count only when their check digits are right, so that ordinary figures pass.
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
  let rest = line;
  for (const [kind, pattern] of PATTERNS)
    rest = rest.replaceAll(pattern, (match) => (isReal(kind, match) ? by(kind, match) : match));
  return rest;
}

function isReal(kind: PersonalData['kind'], text: string): boolean {
  if (kind === 'bsn') return isBsn(text);
  return kind === 'iban' ? isIban(text.replaceAll(' ', '')) : true;
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
