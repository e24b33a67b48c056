import { cleanLine } from '../shared/clean-text.ts';

export type CsvCell = string | number;

/** Excel reads a file as UTF-8 only when it begins with this. */
const BYTE_ORDER_MARK = '\uFEFF';
/** What Excel expects where a comma is the decimal sign, as in the Netherlands. */
const SEPARATOR = ';';

/**
 * What a spreadsheet takes for a formula at the start of a cell, in the wide and small forms of East Asian fonts too.
 * Space, invisible signs and quotes may stand before it; and a program that splits at other signs than we do finds
 * a cell that begins after a comma, a semicolon, a bar or a quote.
 */
const FORMULA_BEGINS = /(^|[,;|"])([\s\p{Z}\p{Cf}\p{M}"']*)(?=[=+\-@＝＋－＠﹢﹣﹦﹫−])/gu;

/** Rows as a CSV file for a spreadsheet: RFC 4180 with semicolons, CRLF and a byte order mark; no cell is a formula. */
export function writeCsv(rows: readonly (readonly CsvCell[])[]): string {
  const lines = rows.map((row) => `${row.map(writtenCell).join(SEPARATOR)}\r\n`);
  return BYTE_ORDER_MARK + lines.join('');
}

/** A text as it is kept in a cell: on one line, with an apostrophe before whatever would begin a formula. */
export function harmlessText(text: string): string {
  return cleanLine(text).replaceAll(FORMULA_BEGINS, "$1$2'");
}

function writtenCell(cell: CsvCell): string {
  if (typeof cell === 'number') return String(cell);
  return `"${harmlessText(cell).replaceAll('"', '""')}"`;
}
