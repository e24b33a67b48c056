/**
 * The place behind so many letters and digits from `start` on, with at most `gap` spaces, dots, dashes or
 * strokes between two; undefined when the text ends or changes before, or goes on without a gap.
 */
export function walk(plain: string, start: number, count: number, gap = 3): number | undefined {
  let at = start;
  for (let seen = 0; seen < count; seen++) {
    if (seen > 0) for (let skipped = 0; skipped < gap && /[ ./-]/.test(plain.charAt(at)); skipped++) at++;
    if (!/[a-z0-9]/i.test(plain.charAt(at))) return undefined;
    at++;
  }
  return /[\p{L}\p{N}]/u.test(plain.charAt(at)) ? undefined : at;
}
