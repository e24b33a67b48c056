import type { PersonalKind } from './span.ts';

const DOTS = 6;

/** What was found with most of it hidden. Of a name only the first letter stays: two tell a short one. */
export function mask(kind: PersonalKind, text: string): string {
  if (kind === 'name') return `${String.fromCodePoint(text.codePointAt(0) ?? 0x2022)}${'•'.repeat(DOTS)}`;
  return `${text.slice(0, 2)}${'•'.repeat(Math.max(1, Math.min(DOTS, text.length - 3)))}${text.slice(-1)}`;
}
