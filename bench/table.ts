import type { Row } from './measure.ts';

const HEADINGS = ['what', 'size', 'ours', 'plain', 'ratio', 'aim', 'peak MB'];

/** The rows as one text table, under a heading for each group. */
export function tableOf(groups: readonly (readonly [heading: string, rows: readonly Row[]])[]): string {
  const cells = groups.map(([heading, rows]) => ({ heading, rows: rows.map(cellsOf) }));
  const all = [HEADINGS, ...cells.flatMap(({ rows }) => rows)];
  const widths = HEADINGS.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const lines = [line(HEADINGS), widths.map((width) => '-'.repeat(width)).join('  ')];
  for (const { heading, rows } of cells) lines.push('', heading, ...rows.map(line));
  return lines.join('\n');
}

function cellsOf({ what, size, ours, plain, ratio, unit, aim, peak }: Row): string[] {
  return [
    `  ${what}`,
    size === undefined ? '' : size.toLocaleString('en'),
    `${number(ours)} ${unit}`,
    plain === undefined ? '' : `${number(plain)} ${unit}`,
    ratio === undefined ? '' : ratio.toFixed(2),
    aimText(ratio, aim),
    peak === undefined ? '' : peak.toFixed(0),
  ];
}

function aimText(ratio: number | undefined, aim: Row['aim']): string {
  if (!aim) return '';
  const [sign, limit, met] =
    'most' in aim ? ['<=', aim.most, (ratio ?? 0) <= aim.most] : ['>=', aim.least, (ratio ?? 0) >= aim.least];
  return `${sign} ${limit}${ratio === undefined || met ? '' : ' MISSED'}`;
}

function number(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value >= 10 ? value.toFixed(1) : value.toFixed(3);
}
