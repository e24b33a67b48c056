/** The kinds of personal data that the guard knows. */
export const PERSONAL_KINDS = ['bsn', 'iban', 'phone', 'email', 'address', 'plate', 'name'] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

/** A part of a text: from `start` up to, and not with, `end`. */
export interface Span {
  start: number;
  end: number;
}

/** Finds every piece of one kind in a text in plain form, in order and without overlap. */
export type Find = (plain: string) => Span[];

/** The spans that a pattern finds, of which `isReal` agrees; with a group `what` at its end, only that part of each. */
export function spansOf(plain: string, pattern: RegExp, isReal: (match: string) => boolean): Span[] {
  const spans: Span[] = [];
  for (const match of plain.matchAll(pattern)) {
    const what = match.groups?.what ?? match[0];
    const start = match.index + match[0].length - what.length;
    if (isReal(what)) spans.push({ start, end: start + what.length });
  }
  return spans;
}
