import type { Section } from '../../reply/reply.ts';
import { cleanLine } from './clean-text.ts';
import { labelled, type Run, runs, strong } from './runs.ts';

export type TableSection = Extract<Section, { type: 'table' }>;

/** A table's row as one line, where no table can be shown: its first cell, then `column: value`. */
export function rowLine(table: TableSection, row: TableSection['rows'][number]): Run[] {
  const [first = '', ...rest] = row;
  const values = rest.flatMap((value, index): Run[] => {
    const shown = runs(value);
    return shown.length === 0
      ? []
      : [{ text: ' · ' }, ...labelled(cleanLine(table.columns[index + 1] ?? ''), shown)];
  });
  return [...strong(runs(first)), ...values];
}
