const HOST_IN_TEXT = /(?:^|[\s(/])((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?=$|[\s/:?#),])/iu;
const WEB_PROTOCOLS: readonly string[] = ['http:', 'https:'];
const PROTOCOLS: readonly string[] = [...WEB_PROTOCOLS, 'mailto:', 'tel:'];

/** An absolute address that is safe to offer as a link, in its normal form; anything else is undefined. */
export function absoluteLink(href: string): string | undefined {
  const url = URL.parse(href);
  return url && PROTOCOLS.includes(url.protocol) ? url.href : undefined;
}

/** An address on the web: what an image may come from. */
export function webAddress(href: string): string | undefined {
  const url = URL.parse(href);
  return url && WEB_PROTOCOLS.includes(url.protocol) ? url.href : undefined;
}

/** A path on our own site. `//host` and `/\host` are other sites to a browser. */
export function sitePath(href: string): string | undefined {
  return /^\/(?![/\\])[^\s\\\p{Cc}]*$/u.test(href) ? href : undefined;
}

/** The link's text; when it names another site than the link goes to, the real one is added. */
export function honestLabel(text: string, href: string): string {
  const whole = URL.parse(text.trim())?.hostname || undefined;
  const named = (whole ?? HOST_IN_TEXT.exec(text)?.[1])?.toLowerCase().replace(/^www\./, '');
  const target = URL.parse(href)?.hostname.replace(/^www\./, '');
  if (!named || !target || target === named || target.endsWith(`.${named}`)) return text;
  return `${text} (${target})`;
}
