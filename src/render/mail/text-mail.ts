import { type Action, type Message, plainText, type Section, type Text } from '../../reply/reply.ts';
import { cleanLine, cleanText } from '../shared/clean-text.ts';
import { sitePath, webAddress } from '../shared/safe-link.ts';
import { type MailContext, mailLinks, mailRuns } from './context.ts';
import { wrapText } from './wrap-text.ts';

/** The mail as plain text: links written out, and no longer lines than a terminal shows. */
export function textMail(message: Message, title: string, more: string, context: MailContext): string {
  const { t, footer } = context;
  const parts = [
    title === '' ? '' : `${wrapText(title)}\n${'='.repeat(Math.min(title.length, 76))}`,
    ...message.sections.map((section) => sectionText(section, context)),
    message.next ? linkLines([message.next], context, t('render.next-page')) : '',
    more === '' ? '' : `${wrapText(more)}\n${footer.siteUrl}/`,
    `-- \n${wrapText(footer.reason)}`,
    footer.stopUrl === undefined ? wrapText(t('mail.stop-list')) : '',
    [`${t('mail.site')}: ${footer.siteUrl}/`, ...stopLine(context)].join('\n'),
  ];
  return `${cleanText(parts.filter((part) => part.trim() !== '').join('\n\n'))}\n`;
}

function stopLine({ t, footer }: MailContext): string[] {
  return footer.stopUrl === undefined ? [] : [`${t('mail.stop')}: ${footer.stopUrl}`];
}

function sectionText(section: Section, context: MailContext): string {
  switch (section.type) {
    case 'text':
      return wrapText(written(section.text, context));
    case 'heading': {
      const line = cleanLine(section.text);
      return line === '' ? '' : `${wrapText(line)}\n${'-'.repeat(Math.min(line.length, 76))}`;
    }
    case 'notice': {
      const lead = section.tone === 'info' ? '' : `${context.t(`render.${section.tone}`)}: `;
      return wrapText(`${lead}${written(section.text, context)}`);
    }
    case 'fields':
      return section.fields.map(({ label, value }) => pairText(label, value, context)).join('\n');
    case 'table':
      return tableText(section, context);
    case 'list':
      return section.items
        .map(({ title, lines, actions = [] }) =>
          bullet(
            title,
            [...lines.map((line) => written(line, context)), linkLines(actions, context)],
            context,
          ),
        )
        .join('\n\n');
    case 'image': {
      const path = sitePath(section.url);
      const address = webAddress(path === undefined ? section.url : context.footer.siteUrl + path);
      return [cleanLine(section.alt), address].filter(Boolean).join('\n');
    }
    case 'actions':
      return linkLines(section.actions, context);
  }
}

/** Each row as an entry: columns beside each other do not survive in every mail program's letters. */
function tableText(
  { caption, columns, rows }: Extract<Section, { type: 'table' }>,
  context: MailContext,
): string {
  const entries = rows.map(([first = '', ...rest]) =>
    bullet(
      first,
      rest.map((cell, index) => pairText(columns[index + 1] ?? '', cell, context)),
      context,
    ),
  );
  return [cleanLine(caption), ...entries].filter((line) => line !== '').join('\n');
}

function bullet(title: Text, lines: readonly string[], context: MailContext): string {
  const details = lines.filter((line) => line.trim() !== '').map((line) => wrapText(line, '  '));
  return [
    wrapText(`- ${cleanLine(written(title, context)) || cleanLine(plainText(title))}`, '', '  '),
    ...details,
  ].join('\n');
}

function pairText(label: string, value: Text, context: MailContext): string {
  const text = written(value, context);
  const name = cleanLine(label);
  return wrapText(name === '' ? text : `${name}: ${text}`, '', '  ');
}

/** What can be done, each with its address on a line of its own so that it stays whole. */
function linkLines(actions: readonly Action[], context: MailContext, unnamed?: string): string {
  return mailLinks(actions, context, unnamed)
    .map(({ label, href }) => `${label}:\n${href}`)
    .join('\n');
}

/** A text with its links behind the words, unless the words are the address already. */
function written(text: Text, context: MailContext): string {
  return mailRuns(text, context)
    .map(({ text: words, href }) => (!href || saysAddress(words, href) ? words : `${words} (${href})`))
    .join('');
}

function saysAddress(words: string, href: string): boolean {
  return [words, `${words}/`, `mailto:${words}`, `tel:${words}`].includes(href);
}
