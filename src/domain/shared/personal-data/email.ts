import { type Span, spansOf } from './span.ts';

/** The most that the part before the @ may be (RFC 5321, 4.5.3.1.1), and one label of a domain (RFC 1035). */
const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}(?:@| ?[([{] ?(?:at|apenstaart) ?[)\]}] ?)[\p{L}\p{N}-]{1,63}(?:(?:\.| ?[([{] ?(?:dot|punt) ?[)\]}] ?)[\p{L}\p{N}-]{1,63}){1,6}/giu;

/** Mail addresses, of whomever, also written as "jan (at) voorbeeld (punt) nl". */
export function emails(plain: string): Span[] {
  return spansOf(plain, EMAIL, () => true);
}
