import type { Translate } from '../../i18n/translate.ts';
import type { Action, Field, ListItem, Section, Text } from '../../reply/reply.ts';
import { cleanLine } from '../shared/clean-text.ts';
import { runs } from '../shared/runs.ts';
import { alignedTable, displayWidth } from './columns.ts';
import { commandLine } from './command-line.ts';

const WIDEST_CELL = 40;
const WIDEST_LABEL = 24;

/** One section of a message as terminal lines; empty when there is nothing to show. */
export function sectionText(section: Section, t: Translate): string {
  switch (section.type) {
    case 'text':
      return linked(section.text);
    case 'heading': {
      const line = cleanLine(section.text);
      return line === '' ? '' : `${line}\n${'-'.repeat(Math.min(displayWidth(line), 100))}`;
    }
    case 'notice': {
      const lead = section.tone === 'info' ? '' : `${t(`render.${section.tone}`)}: `;
      return `${lead}${linked(section.text)}`;
    }
    case 'fields':
      return fieldLines(section.fields).join('\n');
    case 'table':
      return tableText(section.caption, section.columns, section.rows);
    case 'list':
      return section.items.map((item) => itemText(item, t)).join('\n');
    case 'image':
      return `[${cleanLine(section.alt)}] ${cleanLine(section.url)}`.trim();
    case 'actions':
      return section.actions.map((action) => actionLine(action, t)).join('\n');
  }
}

/** Labels on the left, values aligned on the right; further lines of a value stay in their column. */
export function fieldLines(fields: readonly Field[]): string[] {
  const labels = fields.map((field) => `${cleanLine(field.label)}:`);
  const width = Math.min(WIDEST_LABEL, Math.max(0, ...labels.map(displayWidth)));
  return fields.map((field, index) => {
    const label = labels[index] ?? '';
    const gap = ' '.repeat(Math.max(0, width - displayWidth(label)) + 1);
    const value = linked(field.value).replaceAll('\n', `\n${' '.repeat(width + 1)}`);
    return `${label}${gap}${value}`.trimEnd();
  });
}

/** A button as the command that does the same. */
export function actionLine(action: Action, t: Translate): string {
  const typed = t('render.type', { command: commandLine(action) });
  const label = cleanLine(action.label);
  return label === '' ? typed : `[${label}] ${typed}`;
}

/** A text with its links written out, unless the text is the address already. */
export function linked(text: Text): string {
  return runs(text)
    .map((run) => (run.href && !sameAddress(run.text, run.href) ? `${run.text} (${run.href})` : run.text))
    .join('');
}

function itemText(item: ListItem, t: Translate): string {
  const lines = [
    ...item.lines.map(linked).filter((line) => line.trim() !== ''),
    ...(item.actions ?? []).map((action) => actionLine(action, t)),
  ];
  return [`- ${cleanLine(linked(item.title))}`, ...lines.map(indented)].join('\n');
}

function indented(text: string): string {
  return `  ${text.replaceAll('\n', '\n  ')}`;
}

function tableText(caption: string, columns: readonly string[], rows: readonly (readonly Text[])[]): string {
  const cells = rows.map((row) => row.map((cell) => cleanLine(linked(cell))));
  const lines = alignedTable([columns.map(cleanLine), ...cells], WIDEST_CELL);
  return [cleanLine(caption), ...lines].filter((line) => line !== '').join('\n');
}

function sameAddress(text: string, href: string): boolean {
  return text === href || `${text}/` === href || `mailto:${text}` === href || `tel:${text}` === href;
}
