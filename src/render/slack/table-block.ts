import type { RawTextElement, RichTextBlock, TableBlock } from '@slack/types';
import { cleanLine } from '../shared/clean-text.ts';
import type { TableSection } from '../shared/row-line.ts';
import { type Run, runs } from '../shared/runs.ts';
import { SLACK_LIMITS } from './limits.ts';
import { richSections } from './rich-text.ts';

type Cell = RawTextElement | RichTextBlock;

/**
 * A table block with as many rows as fit in `characters` of JSON; undefined when not even one does, or
 * when the table is too wide.
 */
export function tableBlock(
  table: TableSection,
  characters: number,
): { block: TableBlock; rows: number } | undefined {
  const width = Math.max(table.columns.length, ...table.rows.map((row) => row.length));
  if (width === 0 || width > SLACK_LIMITS.tableColumns) return undefined;
  const header = Array.from({ length: width }, (_, index) => rawCell(table.columns[index] ?? ''));
  const block: TableBlock = {
    type: 'table',
    rows: [header],
    column_settings: header.map(() => ({ is_wrapped: true })),
  };
  let text = textSize(header);
  let json = JSON.stringify(block).length;
  for (const row of table.rows.slice(0, SLACK_LIMITS.tableRows - 1)) {
    const cells = Array.from({ length: width }, (_, index) => cell(runs(row[index] ?? '')));
    text += textSize(cells);
    json += JSON.stringify(cells).length + 1;
    if (text > SLACK_LIMITS.tableCharacters || json > characters) break;
    block.rows.push(cells);
  }
  const rows = block.rows.length - 1;
  return rows > 0 ? { block, rows } : undefined;
}

function cell(content: readonly Run[]): Cell {
  if (content.every((run) => !run.href && !run.strong))
    return rawCell(content.map((run) => run.text).join(''));
  return { type: 'rich_text', elements: richSections(content) };
}

function rawCell(text: string): RawTextElement {
  return { type: 'raw_text', text: cleanLine(text) || '–' };
}

function textSize(cells: readonly Cell[]): number {
  return cells.reduce((sum, item) => sum + JSON.stringify(item).length, 0);
}
