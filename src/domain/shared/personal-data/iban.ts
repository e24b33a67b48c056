import { IBAN_LENGTHS } from './iban-lengths.ts';
import type { Span } from './span.ts';
import { walk } from './walk.ts';

const BEGIN = /(?<![\p{L}\p{N}])([a-z]{2})[ .-]?\d[ .-]?\d/giu;

/** Bank accounts of every country in the IBAN register, as long as its check digits are right (ISO 13616). */
export function ibans(plain: string): Span[] {
  const spans: Span[] = [];
  for (const { index, 1: country = '' } of plain.matchAll(BEGIN)) {
    const length = IBAN_LENGTHS[country.toUpperCase()];
    const end = length === undefined ? undefined : walk(plain, index, length);
    if (end !== undefined && isIban(plain.slice(index, end))) spans.push({ start: index, end });
  }
  return spans.filter(({ start }, place) => start >= (spans[place - 1]?.end ?? 0));
}

/** ISO 7064, MOD 97-10: the country and check digits go to the end, letters count as 10 to 35, and 1 is left. */
export function isIban(typed: string): boolean {
  const account = typed.replaceAll(/[^a-z0-9]/gi, '');
  let rest = 0;
  for (const sign of account.slice(4) + account.slice(0, 4))
    for (const digit of String(Number.parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}
