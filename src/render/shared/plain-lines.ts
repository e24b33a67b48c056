import { plainText, type Reply, type Section, type Text } from '../../reply/reply.ts';
import { cleanLine, cleanText } from './clean-text.ts';

/** A reply as plain lines without its buttons: for notifications and clients that show no cards. */
export function plainLines(reply: Reply): string[] {
  switch (reply.type) {
    case 'message':
      return present([cleanLine(reply.title), ...reply.sections.flatMap(sectionLines)]);
    case 'form':
      return present([cleanLine(reply.title), cleanText(reply.intro ?? '')]);
    case 'choice':
      return present([
        cleanText(reply.question),
        ...reply.options.map((option, index) => `${index + 1}. ${cleanLine(option.label)}`),
      ]);
    case 'confirm':
      return present([
        cleanLine(reply.title),
        ...reply.draft.map((field) => pair(field.label, field.value)),
        ...reply.warnings.flatMap(sectionLines),
      ]);
  }
}

function sectionLines(section: Section): string[] {
  switch (section.type) {
    case 'text':
    case 'heading':
    case 'notice':
      return [cleanText(plainText(section.text))];
    case 'fields':
      return section.fields.map((field) => pair(field.label, field.value));
    case 'table':
      return [cleanLine(section.caption), ...section.rows.map((row) => row.map(line).join(', '))];
    case 'list':
      return section.items.map((item) => [item.title, ...item.lines].map(line).join(', '));
    case 'image':
      return [cleanLine(section.alt)];
    case 'actions':
      return [];
  }
}

function pair(label: string, value: Text): string {
  return `${cleanLine(label)}: ${line(value)}`;
}

function line(text: Text): string {
  return cleanLine(plainText(text));
}

function present(lines: readonly string[]): string[] {
  return lines.filter((text) => text.trim() !== '');
}
