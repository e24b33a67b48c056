import { CsvError, parse } from 'csv-parse/sync';
import { Refusal } from '../../../core/errors.ts';
import { headerOf } from './columns.ts';
import type { GridRow, PlanText } from './plan-text.ts';

type Delimiter = '\t' | ';' | ',' | '|';
const DELIMITERS: readonly Delimiter[] = ['\t', '|', ';', ','];

/**
 * Takes a table apart: cells between tabs, pipes, semicolons or commas, whichever makes a header row of
 * known names. Undefined when no line is such a header.
 */
export function readGrid(text: string): { format: PlanText['format']; grid: GridRow[] } | undefined {
  const lines = text.split('\n');
  const delimiter = delimiterOf(lines);
  if (delimiter === '|') return { format: 'markdown', grid: lines.flatMap(pipedRow) };
  if (delimiter === '\t') return { format: 'table', grid: tabbedGrid(text, lines) };
  return delimiter && { format: 'csv', grid: quotedGrid(text, delimiter) };
}

function delimiterOf(lines: readonly string[]): Delimiter | undefined {
  const scored = DELIMITERS.map((delimiter) => ({
    delimiter,
    columns: Math.max(0, ...lines.map((line) => headerOf(roughCells(line, delimiter))?.size ?? 0)),
  }));
  const best = scored.reduce((one, other) => (other.columns > one.columns ? other : one));
  return best.columns > 0 ? best.delimiter : undefined;
}

function roughCells(line: string, delimiter: Delimiter): string[] {
  return line.length > 1_000 ? [] : line.split(delimiter).map((cell) => cell.replaceAll('"', ''));
}

/** Word processors do not quote cells, spreadsheets do: quotes count only where plain lines do not fit. */
function tabbedGrid(text: string, lines: readonly string[]): GridRow[] {
  const plain = lines.map((line, index) => ({ line: index + 1, cells: line.split('\t').map(tidy) }));
  const width = plain.find(({ cells }) => headerOf(cells))?.cells.length ?? 0;
  const even = plain.every(({ cells }) => cells.length === 1 || cells.length === width);
  if (even || !text.includes('"')) return plain;
  try {
    return quotedGrid(text, '\t');
  } catch (error) {
    if (error instanceof Refusal) return plain;
    throw error;
  }
}

function quotedGrid(text: string, delimiter: Delimiter): GridRow[] {
  try {
    const options = { delimiter, info: true, relax_quotes: true, relax_column_count: true };
    // With `info` each record comes with where it stands; the library's types do not say so.
    const records = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({
      line: info.lines - record.join('').split('\n').length + 1,
      cells: record.map(tidy),
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Refusal('plan-quotes', { line: Number(error.lines ?? 1) }, 'tekst');
  }
}

function pipedRow(text: string, index: number): GridRow[] {
  const inner = text
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  if (/^[\s|:-]*-[\s|:-]*$/.test(inner)) return [];
  const cells = inner.split(/(?<!\\)\|/).map((cell) => tidy(cell.replaceAll('\\|', '|')));
  return [{ line: index + 1, cells }];
}

function tidy(cell: string): string {
  return cell
    .replaceAll(/<\/?p>|<br\s*\/?>/gi, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
