/** Typed text on one line: line ends, invisible control characters and runs of space become one space. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

/** Typed text of several lines: line ends become \n, tabs stay, other control characters go. */
export function manyLines(text: string): string {
  const lines = text.toWellFormed().replaceAll(/\r\n?|[\u2028\u2029]/g, '\n');
  return lines.replaceAll(/[^\P{Cc}\n\t]/gu, '').trim();
}
