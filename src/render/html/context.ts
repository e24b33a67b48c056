import type { Translate } from '../../i18n/translate.ts';

export interface HtmlContext {
  t: Translate;
  /** Where every form posts to. */
  action: string;
  /** Sent along by every form, such as the token against forged requests. */
  hidden: Readonly<Record<string, string>>;
  /** Keeps ids apart when one page shows several replies; made from the reply's title when left out. */
  idPrefix?: string;
}

/** A short prefix for ids that is the same for the same text (FNV-1a). */
export function idPrefixFor(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return `cr-${hash.toString(36)}`;
}
