/** The number of letters to add, drop, change or swap to get from one word to the other. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + change);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}

/** How many slips a typed word may hold: one in a word of up to seven letters, two in a longer one. */
export function slipsAllowed(typed: string): number {
  return typed.length <= 7 ? 1 : 2;
}

/** Edits that turn a typed word into a known one or into its beginning, as far as they are allowed. */
export function slipsWithin(typed: string, known: string, allowed: number): number {
  const lengths = [...new Set([known.length, typed.length - 1, typed.length, typed.length + 1])];
  const slips = lengths
    .filter((length) => length > 2 && length <= known.length && Math.abs(length - typed.length) <= allowed)
    .map((length) => editDistance(typed, known.slice(0, length)));
  return Math.min(allowed + 1, ...slips);
}

/** Each run of three letters in a word: near words share at least one. */
export function trigramsOf(word: string): string[] {
  const letters = [...word];
  return letters.slice(0, -2).map((_, index) => letters.slice(index, index + 3).join(''));
}
