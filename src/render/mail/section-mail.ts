import { type Field, type ListItem, plainText, type Section, type Text } from '../../reply/reply.ts';
import { attributes, escapeHtml } from '../html/escape.ts';
import { cleanLine } from '../shared/clean-text.ts';
import { sitePath, webAddress } from '../shared/safe-link.ts';
import { buttonsMail } from './buttons-mail.ts';
import { type MailContext, mailRuns } from './context.ts';
import { LAYOUT, LINE, STYLE, TONES } from './style.ts';

type Notice = Extract<Section, { type: 'notice' }>;
type Table = Extract<Section, { type: 'table' }>;

/** One section of a mail; empty when there is nothing to show. */
export function sectionMail(section: Section, context: MailContext): string {
  switch (section.type) {
    case 'text':
      return paragraph(section.text, STYLE.text, context);
    case 'heading':
      return heading('h2', section.text, STYLE.heading, context);
    case 'notice':
      return noticeMail(section, context);
    case 'fields':
      return fieldsMail(section.fields, context);
    case 'table':
      return tableMail(section, context);
    case 'list':
      return section.items.map((item) => itemMail(item, context)).join('');
    case 'image':
      return imageMail(section.url, section.alt, context);
    case 'actions':
      return buttonsMail(section.actions, context);
  }
}

/** A text with its weight and links; line breaks stay. */
export function richMail(text: Text, context: MailContext): string {
  return mailRuns(text, context)
    .map((run) => {
      const label = escapeHtml(run.text).replaceAll('\n', '<br>');
      const heavy = run.strong ? `<strong>${label}</strong>` : label;
      return run.href ? `<a${attributes({ href: run.href, style: STYLE.link })}>${heavy}</a>` : heavy;
    })
    .join('');
}

/** A paragraph, or nothing for an empty text. */
export function paragraph(text: Text, style: string, context: MailContext): string {
  const html = richMail(text, context);
  return html === '' ? '' : `<p${attributes({ style })}>${html}</p>`;
}

function heading(tag: 'h2' | 'h3', text: Text, style: string, context: MailContext): string {
  const html = cleanLine(plainText(text)) === '' ? '' : richMail(text, context);
  return html === '' ? '' : `<${tag}${attributes({ style })}>${html}</${tag}>`;
}

function noticeMail({ tone, text }: Notice, context: MailContext): string {
  const html = richMail(text, context);
  if (html === '') return '';
  const [background, line] = TONES[tone];
  const lead = tone === 'info' ? '' : `<strong>${escapeHtml(context.t(`render.${tone}`))}:</strong> `;
  const style = `padding:12px 16px;background-color:${background};border-left:4px solid ${line};`;
  return spaced(
    `<tr><td${attributes({ bgcolor: background, style })}><p${attributes({ style: `${STYLE.line}margin:0;` })}>${lead}${html}</p></td></tr>`,
  );
}

/** Labels and values in two columns; the labels take no more room than a third. */
function fieldsMail(fields: readonly Field[], context: MailContext): string {
  const rows = fields.map(({ label, value }) => {
    const head = attributes({ scope: 'row', align: 'left', valign: 'top', width: '30%', style: STYLE.label });
    return `<tr><th${head}>${escapeHtml(cleanLine(label))}</th><td${attributes({ valign: 'top', style: STYLE.value })}>${richMail(value, context)}</td></tr>`;
  });
  return rows.length === 0 ? '' : dataTable(rows.join(''));
}

function tableMail({ caption, columns, rows }: Table, context: MailContext): string {
  const name = cleanLine(caption);
  const heads = columns.map(
    (column) =>
      `<th${attributes({ scope: 'col', align: 'left', valign: 'bottom', style: STYLE.head })}>${escapeHtml(cleanLine(column))}</th>`,
  );
  const body = rows.map((row) => {
    const cells = row.map((cell, index) => {
      const place = attributes({ align: 'left', valign: 'top', style: STYLE.cell });
      const html = richMail(cell, context);
      return index === 0 ? `<th scope="row"${place}>${html}</th>` : `<td${place}>${html}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const title =
    name === ''
      ? ''
      : `<caption align="left"${attributes({ style: `${STYLE.soft}text-align:left;` })}>${escapeHtml(name)}</caption>`;
  const head = heads.length === 0 ? '' : `<thead><tr>${heads.join('')}</tr></thead>`;
  return dataTable(`${title}${head}<tbody>${body.join('')}</tbody>`);
}

/** An entry of a list: a block under a line, since Word draws lists with margins of its own. */
function itemMail({ title, lines, actions = [] }: ListItem, context: MailContext): string {
  const body = [
    heading('h3', title, STYLE.itemTitle, context),
    ...lines.map((line) => paragraph(line, STYLE.line, context)),
    buttonsMail(actions, context, { about: plainText(title) }),
  ].join('');
  const style = `padding:12px 0 4px 0;border-top:1px solid ${LINE};`;
  return `<table ${LAYOUT} width="100%"><tr><td${attributes({ style })}>${body}</td></tr></table>`;
}

function imageMail(url: string, alt: string, context: MailContext): string {
  const path = sitePath(url);
  const src = webAddress(path === undefined ? url : context.footer.siteUrl + path);
  if (!src) return paragraph(alt, STYLE.text, context);
  const style = 'display:block;border:0;width:100%;max-width:536px;height:auto;';
  return `<p${attributes({ style: STYLE.text })}><img${attributes({ src, alt: cleanLine(alt), width: '536', style })}></p>`;
}

function dataTable(inside: string): string {
  return `<table border="0" cellpadding="0" cellspacing="0" width="100%" style="margin:0 0 16px 0;">${inside}</table>`;
}

/** Room below a block: Word keeps to the height of a cell, not to the margin of a table. */
function spaced(row: string): string {
  return `<table ${LAYOUT} width="100%">${row}<tr><td height="16" style="font-size:1px;line-height:16px;">&nbsp;</td></tr></table>`;
}
