import { graphemes, splitText } from '../shared/split-text.ts';

const WIDE =
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/u;
const ASCII = /^[ -~]*$/;

/** How many terminal columns a line takes: emoji and East Asian signs take two. */
export function displayWidth(line: string): number {
  if (ASCII.test(line)) return line.length;
  return graphemes(line).reduce((width, grapheme) => width + (WIDE.test(grapheme) ? 2 : 1), 0);
}

/** A table with aligned columns; a cell that is wider than `widest` goes on below. */
export function alignedTable(rows: readonly (readonly string[])[], widest: number): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const cells = rows.map((row) =>
    Array.from({ length: count }, (_, index) => wrap(row[index] ?? '', widest)),
  );
  const widths = Array.from({ length: count }, (_, index) =>
    Math.max(1, ...cells.flatMap((row) => (row[index] ?? []).map(displayWidth))),
  );
  return cells.flatMap((row, rowIndex) => {
    const lines = joined(row, widths);
    return rowIndex === 0 ? [...lines, widths.map((width) => '-'.repeat(width)).join('  ')] : lines;
  });
}

/** The lines of a text, none wider than `widest`. */
export function wrap(text: string, widest: number): string[] {
  return text.split('\n').flatMap((line) => {
    const parts = splitText(line, widest, displayWidth);
    return parts.length > 0 ? parts : [''];
  });
}

function joined(row: readonly (readonly string[])[], widths: readonly number[]): string[] {
  const height = Math.max(1, ...row.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    widths
      .map((width, index) => padded(row[index]?.[line] ?? '', width))
      .join('  ')
      .trimEnd(),
  );
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
