import type { Text } from '../../reply/reply.ts';
import { cleanText } from '../shared/clean-text.ts';
import { runs } from '../shared/runs.ts';
import { absoluteLink, sitePath } from '../shared/safe-link.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an element's content or a quoted attribute. */
export function escapeHtml(text: string): string {
  return cleanText(text).replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** A reply's text with its weight and its safe links; line breaks stay. */
export function textHtml(text: Text): string {
  return runs(text, (href) => sitePath(href) ?? absoluteLink(href))
    .map((run) => {
      const label = escapeHtml(run.text).replaceAll('\n', '<br>');
      const heavy = run.strong ? `<strong>${label}</strong>` : label;
      return run.href ? `<a href="${escapeHtml(run.href)}" rel="noopener noreferrer">${heavy}</a>` : heavy;
    })
    .join('');
}

/** Attributes from a record: undefined and false are left out, true is a bare name. */
export function attributes(all: Readonly<Record<string, string | boolean | undefined>>): string {
  return Object.entries(all)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`))
    .join('');
}
