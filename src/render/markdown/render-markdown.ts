import type { Translate } from '../../i18n/translate.ts';
import type { ListItem, Message, Section } from '../../reply/reply.ts';
import { webAddress } from '../shared/safe-link.ts';
import { bracketed, escapedLine, markdownLine, markdownText } from './escape.ts';

/** Two spaces at the end of a line keep the next line apart from it. */
const BREAK = '  \n';

/** A message as a Markdown document, for pasting elsewhere: buttons are left out, for nobody can press them. */
export function renderMarkdown(message: Message, t: Translate): string {
  const title = escapedLine(message.title);
  const parts = [
    title === '' ? '' : `# ${title}`,
    ...message.sections.map((section) => sectionOf(section, t)),
  ];
  return `${parts.filter((part) => part.trim() !== '').join('\n\n')}\n`;
}

function sectionOf(section: Section, t: Translate): string {
  switch (section.type) {
    case 'text':
      return paragraphs(markdownText(section.text));
    case 'heading': {
      const text = escapedLine(section.text);
      return text === '' ? '' : `## ${text}`;
    }
    case 'notice': {
      const lead = section.tone === 'info' ? '' : `**${escapedLine(t(`render.${section.tone}`))}:** `;
      return `${lead}${markdownText(section.text)}`
        .split('\n')
        .map((line) => `> ${line}`)
        .join(BREAK);
    }
    case 'fields':
      return section.fields
        .map(({ label, value }) => `- **${escapedLine(label)}:** ${markdownLine(value)}`)
        .join('\n');
    case 'table':
      return tableOf(section);
    case 'list':
      return section.items.map(itemOf).join('\n');
    case 'image':
      return imageOf(section.url, section.alt);
    case 'actions':
      return '';
  }
}

/** A blank line parts paragraphs; a single break stays a break. */
function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((part) => part.trim().replaceAll('\n', BREAK))
    .filter((part) => part !== '')
    .join('\n\n');
}

function itemOf({ title, lines }: ListItem): string {
  const all = [markdownLine(title), ...lines.map(markdownLine)].filter((line) => line !== '');
  return all.length === 0 ? '' : `- ${all.join(`${BREAK}  `)}`;
}

function tableOf({ caption, columns, rows }: Extract<Section, { type: 'table' }>): string {
  const width = Math.max(columns.length, ...rows.map((row) => row.length));
  const rowOf = (cells: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, index) => cells[index] ?? '').join(' | ')} |`;
  const name = escapedLine(caption);
  const table =
    width === 0
      ? ''
      : [
          rowOf(columns.map(escapedLine)),
          rowOf(Array.from({ length: width }, () => '---')),
          ...rows.map((row) => rowOf(row.map(markdownLine))),
        ].join('\n');
  return [name, table].filter((part) => part !== '').join('\n\n');
}

function imageOf(url: string, alt: string): string {
  const address = webAddress(url);
  return address ? `![${escapedLine(alt)}](<${bracketed(address)}>)` : escapedLine(alt);
}
