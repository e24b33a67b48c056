import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a GET or HEAD may be answered with 304 (RFC 9110, 13.2.2): If-None-Match decides alone when it is
 * there, comparing weakly; else If-Modified-Since. `etags` are all that stand for the same content, since
 * some clients send the one of the other encoding.
 */
export function isUnmodified(
  headers: IncomingHttpHeaders,
  etags: readonly string[],
  modifiedAt: number,
): boolean {
  const asked = headers['if-none-match'];
  if (asked !== undefined) {
    if (etags.includes(asked) || asked.trim() === '*') return true;
    return (asked.match(/"[^"]*"/g) ?? []).some((tag) => etags.includes(tag));
  }
  const since = headers['if-modified-since'];
  return since !== undefined && modifiedAt <= Date.parse(since);
}
