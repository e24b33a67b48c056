import type { Text } from '../../reply/reply.ts';
import { cleanText } from './clean-text.ts';
import { absoluteLink, honestLabel } from './safe-link.ts';

/** A piece of text that is cleaned and ready for a platform: never empty, a link only when it is safe. */
export interface Run {
  text: string;
  strong?: boolean;
  href?: string;
}
export type LinkPolicy = (href: string) => string | undefined;

/** The runs of a reply's text. Chat platforms take absolute links only; `links` can widen that. */
export function runs(text: Text, links: LinkPolicy = absoluteLink): Run[] {
  const spans = typeof text === 'string' ? [{ text }] : text;
  return spans.flatMap((span) => {
    const cleaned = cleanText(span.text);
    const href = span.href === undefined ? undefined : links(span.href);
    const label = cleaned.trim() === '' && href ? href : cleaned;
    if (label === '') return [];
    const run: Run = { text: href ? honestLabel(label, href) : label };
    if (span.strong) run.strong = true;
    if (href) run.href = href;
    return [run];
  });
}

/** The same runs, all of them heavy. */
export function strong(all: readonly Run[]): Run[] {
  return all.map((run) => ({ ...run, strong: true }));
}

/** A heavy label, a colon, and what it is about. */
export function labelled(label: string, value: readonly Run[]): Run[] {
  return label === '' ? [...value] : [{ text: `${label}: `, strong: true }, ...value];
}
