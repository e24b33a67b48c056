const BREAKS = /<(?:br|\/p|\/div|\/li|\/h\d|\/tr|\/blockquote)\b[^<>]*>/gi;
/** A message of Teams holds at most about 100 kB, its markup included. */
const LONGEST_MESSAGE = 100_000;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The words of a message as Teams sends it along with a press in its menu: HTML, of which only the text is kept. */
export function plainMessage(html: string): string {
  return html
    .slice(0, LONGEST_MESSAGE)
    .replaceAll(BREAKS, '\n')
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll(/&(?:#(\d{1,7})|([a-z]{2,6}));/gi, (whole, code?: string, name = '') =>
      code === undefined ? (NAMED[String(name).toLowerCase()] ?? whole) : character(Number(code), whole),
    )
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim();
}

function character(code: number, whole: string): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
