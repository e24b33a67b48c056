/**
 * Text that cannot break a calendar out of its line: CR, CRLF and the separators that some readers take for
 * line ends become "\n", other control characters go, broken surrogates become U+FFFD. Escaping comes later.
 */
export function cleanText(text: string): string {
  const lines = text.toWellFormed().replaceAll(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n');
  return lines.replaceAll(/[^\P{Cc}\n\t]/gu, '').trim();
}

/** The same on one line, for titles and names. */
export function cleanLine(text: string): string {
  return cleanText(text).replaceAll(/\s+/g, ' ');
}

/** An absolute http(s) address with everything else percent-encoded; undefined for anything else. */
export function cleanAddress(address: string): string | undefined {
  const url = URL.parse(address);
  return url && /^https?:$/.test(url.protocol) ? url.href.replaceAll('\\', '%5C') : undefined;
}
