import type { Action } from '../../reply/reply.ts';
import { attributes, escapeHtml } from '../html/escape.ts';
import { cleanLine } from '../shared/clean-text.ts';
import { type MailContext, type MailLink, mailLinks } from './context.ts';
import { BUTTONS, LAYOUT, STYLE } from './style.ts';

/** As many signs as fit beside each other on a telephone; the next button starts a new row. */
const ROW_SIGNS = 30;

/**
 * Buttons as padded table cells around plain links. `about` tells screen readers which entry of a list a
 * button belongs to. Empty when none of them may be done from a mail.
 */
export function buttonsMail(
  actions: readonly Action[],
  context: MailContext,
  { about = '', unnamed }: { about?: string; unnamed?: string } = {},
): string {
  return rowsOf(mailLinks(actions, context, unnamed))
    .map((row) => `<table ${LAYOUT}><tr>${row.map((link) => buttonMail(link, about)).join('')}</tr></table>`)
    .join('');
}

function buttonMail({ label, href, style }: MailLink, about: string): string {
  const [background, border, color] = BUTTONS[style ?? 'plain'];
  const spoken = cleanLine(about) === '' ? undefined : `${label}: ${cleanLine(about)}`;
  const cell = `padding:9px 18px;background-color:${background};border:1px solid ${border};border-radius:6px;`;
  const link = attributes({ href, 'aria-label': spoken, style: `${STYLE.button}color:${color};` });
  return [
    `<td style="padding:6px 10px 10px 0;"><table ${LAYOUT}><tr>`,
    `<td align="center"${attributes({ bgcolor: background, style: cell })}>`,
    `<a${link}>${escapeHtml(label)}</a></td></tr></table></td>`,
  ].join('');
}

function rowsOf(links: readonly MailLink[]): MailLink[][] {
  const rows: MailLink[][] = [];
  let signs = ROW_SIGNS + 1;
  for (const link of links) {
    signs += link.label.length;
    if (signs > ROW_SIGNS) {
      rows.push([]);
      signs = link.label.length;
    }
    rows.at(-1)?.push(link);
  }
  return rows;
}
