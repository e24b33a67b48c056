/** The text on one line when it is no longer than `most`, else its first whole words and "…". */
export function firstWords(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.lastIndexOf(' ', most - 1);
  // One very long word is cut all the same, but never within a letter.
  return `${(cut > most / 2 ? line.slice(0, cut) : line.slice(0, most - 1)).toWellFormed().replace(/\uFFFD$/, '')}…`;
}
