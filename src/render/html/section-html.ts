import { type Field, type ListItem, plainText, type Section, type Text } from '../../reply/reply.ts';
import { cleanLine } from '../shared/clean-text.ts';
import { sitePath, webAddress } from '../shared/safe-link.ts';
import { actionsHtml } from './action-html.ts';
import type { HtmlContext } from './context.ts';
import { attributes, escapeHtml, textHtml } from './escape.ts';

type Notice = Extract<Section, { type: 'notice' }>;
type Table = Extract<Section, { type: 'table' }>;

/** One section of a message; empty when there is nothing to show. */
export function sectionHtml(section: Section, context: HtmlContext): string {
  switch (section.type) {
    case 'text':
      return paragraph('cr-text', section.text);
    case 'heading': {
      const text = cleanLine(section.text);
      return text === '' ? '' : `<h3 class="cr-heading" dir="auto">${escapeHtml(text)}</h3>`;
    }
    case 'notice':
      return noticeHtml(section, context);
    case 'fields':
      return fieldsHtml(section.fields);
    case 'table':
      return tableHtml(section);
    case 'list':
      return listHtml(section.items, context);
    case 'image':
      return imageHtml(section.url, section.alt);
    case 'actions':
      return actionsHtml(section.actions, context);
  }
}

/** Labels and values as a description list. */
export function fieldsHtml(fields: readonly Field[]): string {
  if (fields.length === 0) return '';
  const rows = fields.map(
    ({ label, value }) =>
      `<div class="cr-field"><dt dir="auto">${escapeHtml(cleanLine(label))}</dt><dd dir="auto">${textHtml(value)}</dd></div>`,
  );
  return `<dl class="cr-fields">${rows.join('')}</dl>`;
}

/** A paragraph, or nothing for an empty text. */
export function paragraph(className: string, text: Text): string {
  const html = textHtml(text);
  return html === '' ? '' : `<p class="${className}" dir="auto">${html}</p>`;
}

/** Errors are read out at once, the other tones when the reader gets there. */
function noticeHtml({ tone, text }: Notice, { t }: HtmlContext): string {
  const role = tone === 'error' ? 'alert' : tone === 'success' ? 'status' : 'note';
  const lead =
    tone === 'info' ? '' : `<strong class="cr-notice-lead">${escapeHtml(t(`render.${tone}`))}:</strong> `;
  return `<div class="cr-notice cr-notice-${tone}" role="${role}"><p dir="auto">${lead}${textHtml(text)}</p></div>`;
}

/** Wide tables scroll in their own box, which the keyboard must be able to reach. */
function tableHtml({ caption, columns, rows }: Table): string {
  const name = cleanLine(caption);
  const heads = columns.map((column) => `<th scope="col" dir="auto">${escapeHtml(cleanLine(column))}</th>`);
  const body = rows.map((row) => {
    const cells = row.map((cell, index) =>
      index === 0
        ? `<th scope="row" dir="auto">${textHtml(cell)}</th>`
        : `<td dir="auto">${textHtml(cell)}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  return [
    `<div class="cr-table-scroll" role="region" tabindex="0"${attributes({ 'aria-label': name || undefined })}>`,
    `<table class="cr-table"><caption dir="auto">${escapeHtml(name)}</caption>`,
    heads.length > 0 ? `<thead><tr>${heads.join('')}</tr></thead>` : '',
    `<tbody>${body.join('')}</tbody></table></div>`,
  ].join('');
}

function listHtml(items: readonly ListItem[], context: HtmlContext): string {
  if (items.length === 0) return '';
  const entries = items.map(({ title, lines, actions = [] }) => {
    const details = lines.map((line) => paragraph('cr-item-line', line)).join('');
    return `<li class="cr-item">${paragraph('cr-item-title', title)}${details}${actionsHtml(actions, context, plainText(title))}</li>`;
  });
  return `<ul class="cr-list">${entries.join('')}</ul>`;
}

function imageHtml(url: string, alt: string): string {
  const src = sitePath(url) ?? webAddress(url);
  if (!src) return paragraph('cr-text', alt);
  return `<figure class="cr-image"><img loading="lazy"${attributes({ src, alt: cleanLine(alt) })}></figure>`;
}
