import { type ListItem, plainText, type Section } from '../reply/reply.ts';

/**
 * A part of the newsletter as text to edit, and back: a line with "# " before it is a heading, lines with "- " are a
 * list, in which an indented line belongs to the one above; all else is text as it stands.
 */
export function textOfPart(sections: readonly Section[]): string {
  return sections
    .map(textOf)
    .filter((text) => text !== '')
    .join('\n\n');
}

function textOf(section: Section): string {
  if (section.type === 'heading') return `# ${section.text}`;
  if (section.type === 'list') return section.items.map(itemText).join('\n');
  return section.type === 'text' ? plainText(section.text) : '';
}

function itemText({ title, lines }: ListItem): string {
  return [`- ${plainText(title)}`, ...lines.map((line) => `  ${plainText(line)}`)].join('\n');
}

/** An edited text as sections; an empty one is left out. */
export function partSections(text: string): Section[] {
  const sections: Section[] = [];
  for (const line of text.split('\n')) {
    const last = sections.at(-1);
    const [, sign, rest = ''] = /^(# |- | {2,})(.*)$/.exec(line) ?? [];
    if (sign === '# ') sections.push({ type: 'heading', text: rest });
    else if (sign === '- ') {
      const item = { title: rest, lines: [] };
      if (last?.type === 'list') sections[sections.length - 1] = { ...last, items: [...last.items, item] };
      else sections.push({ type: 'list', items: [item] });
    } else if (sign !== undefined && last?.type === 'list')
      sections[sections.length - 1] = { ...last, items: withLine(last.items, rest) };
    else if (line.trim() === '') sections.push({ type: 'text', text: '' });
    else if (last?.type === 'text' && last.text !== '')
      sections[sections.length - 1] = { type: 'text', text: `${plainText(last.text)}\n${line}` };
    else sections.push({ type: 'text', text: line });
  }
  return sections.filter((section) => section.type !== 'text' || section.text !== '');
}

function withLine(items: readonly ListItem[], line: string): ListItem[] {
  return items.map((item, index) =>
    index === items.length - 1 ? { ...item, lines: [...item.lines, line] } : item,
  );
}
