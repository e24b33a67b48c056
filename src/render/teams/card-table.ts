import { cleanLine } from '../shared/clean-text.ts';
import type { TableSection } from '../shared/row-line.ts';
import { type Run, runs } from '../shared/runs.ts';
import { TEAMS_LIMITS } from './limits.ts';
import { bytesOf, richText } from './rich-text.ts';
import type { Table, TableRow } from './types.ts';

/** A Table with as many rows as fit in the bytes; undefined when none does or it is too wide. */
export function cardTable(section: TableSection, bytes: number): { table: Table; rows: number } | undefined {
  const width = Math.max(section.columns.length, ...section.rows.map((row) => row.length));
  if (width === 0 || width > TEAMS_LIMITS.tableColumns) return undefined;
  const header = Array.from({ length: width }, (_, index): Run[] => [
    { text: cleanLine(section.columns[index] ?? ''), strong: true },
  ]);
  const table: Table = {
    type: 'Table',
    columns: header.map(() => ({ width: 1 })),
    firstRowAsHeader: true,
    rows: [tableRow(header)],
  };
  let size = bytesOf(table);
  for (const row of section.rows.slice(0, TEAMS_LIMITS.tableRows)) {
    const cells = tableRow(Array.from({ length: width }, (_, index) => runs(row[index] ?? '')));
    size += bytesOf(cells) + 1;
    if (size > bytes) break;
    table.rows.push(cells);
  }
  const rows = table.rows.length - 1;
  return rows > 0 ? { table, rows } : undefined;
}

function tableRow(cells: readonly (readonly Run[])[]): TableRow {
  return { type: 'TableRow', cells: cells.map((cell) => ({ type: 'TableCell', items: richText(cell) })) };
}
