import type { Translate } from '../../i18n/translate.ts';
import { drawableText, fittedText, widthOf } from '../timeline/font.ts';
import { COLOURS, MARGIN, TEXT, WIDTH } from '../timeline/layout.ts';
import { element, textElement } from '../timeline/svg.ts';
import { cellSvg, type HeatCell } from './heat-cell.ts';
import { type HeatColumn, headsSvg } from './heat-heads.ts';
import { heatLegend } from './heat-legend.ts';

/** A row of the picture, with a cell for each column and one for all of them together. */
export interface HeatRow {
  label: string;
  /** Part of the row above it, and drawn a little to the right. */
  isPart: boolean;
  cells: readonly HeatCell[];
  total: HeatCell;
}

export interface HeatMap {
  title: string;
  subtitle: string;
  columns: readonly HeatColumn[];
  /** Long labels stand on their side. */
  onTheirSide: boolean;
  totalLabel: string;
  rows: readonly HeatRow[];
  /** What the marks below the numbers are, when the cells have any. */
  marks: string | undefined;
}

/** More rows than this cannot be read; the rest is counted. */
export const MOST_HEAT_ROWS = 24;

const LABEL_RIGHT = 372;
const TOTAL_WIDTH = 84;
const GRID_RIGHT = WIDTH - MARGIN - TOTAL_WIDTH;
const ROW = 40;
/** With marks below the numbers. */
const MARKED_ROW = 44;
const HEADS_TOP = 112;
const INDENT = 22;
/** A long name is written smaller before it is cut. */
const LABEL_SIZES = [22, 20, 18];

/** The picture as SVG, 1200 wide: what is empty has a colour of its own, and every cell has its number. */
export function heatMapSvg(map: HeatMap, t: Translate): string {
  const { title, subtitle, columns, totalLabel, marks } = map;
  const rows = map.rows.slice(0, MOST_HEAT_ROWS);
  const width = (GRID_RIGHT - LABEL_RIGHT) / Math.max(columns.length, 1);
  const heads = headsSvg(columns, {
    ...{ left: LABEL_RIGHT, top: HEADS_TOP, width, totalLabel, totalWidth: TOTAL_WIDTH },
    onTheirSide: map.onTheirSide,
  });
  const height = marks ? MARKED_ROW : ROW;
  const top = (index: number) => heads.bottom + index * height;
  const cell = (one: HeatCell, left: number, right: number, index: number) =>
    cellSvg(one, { left, right, top: top(index), bottom: top(index + 1) });
  const body = rows.flatMap((row, index) => [
    labelSvg(row, top(index), height),
    ...row.cells.map((one, at) => cell(one, LABEL_RIGHT + at * width, LABEL_RIGHT + (at + 1) * width, index)),
    cell({ ...row.total, marks: [] }, GRID_RIGHT + 10, WIDTH - MARGIN, index),
  ]);
  const foot = footSvg(map.rows.length - rows.length, rows.length, top(rows.length), t);
  const legend = heatLegend(t, marks, foot.bottom + 8);
  const bottom = foot.bottom + 8 + legend.height + MARGIN / 2;
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width: WIDTH, height: bottom, viewBox: `0 0 ${WIDTH} ${bottom}` },
    element('rect', { width: WIDTH, height: bottom, fill: COLOURS.paper }),
    heading(title, 54, COLOURS.brand, TEXT.title),
    heading(subtitle, 90, COLOURS.softInk, TEXT.subtitle),
    heads.svg,
    ...body,
    foot.svg,
    legend.svg,
  );
}

function heading(text: string, y: number, fill: string, style: { size: number; bold?: boolean }): string {
  return textElement(fittedText(text, WIDTH - 2 * MARGIN, style), { x: MARGIN, y, fill, ...style });
}

function labelSvg({ label, isPart, total }: HeatRow, top: number, height: number): string {
  const left = MARGIN + (isPart ? INDENT : 0);
  // A row without anything is the first thing to see, without a colour too.
  const bold = total.sure + total.unsure === 0;
  const room = LABEL_RIGHT - left - 12;
  const fits = LABEL_SIZES.find((one) => widthOf(drawableText(label), { size: one, bold }) <= room);
  const style = { size: fits ?? 18, bold };
  const text = fittedText(label, room, style);
  const line = { x1: MARGIN, x2: WIDTH - MARGIN, y1: top + height, y2: top + height, stroke: COLOURS.line };
  return (
    element('line', line) +
    textElement(text, { x: left, y: top + height / 2 + 8, fill: COLOURS.ink, ...style })
  );
}

/** How many rows did not fit, or that there are none. */
function footSvg(more: number, rows: number, top: number, t: Translate): { svg: string; bottom: number } {
  if (rows > 0 && more <= 0) return { svg: '', bottom: top + 8 };
  const text = rows === 0 ? t('insight.picture-empty') : t('insight.picture-more', { count: more });
  const place = { x: MARGIN, y: top + 32, fill: COLOURS.ink, ...TEXT.ownRow };
  return { svg: textElement(drawableText(text), place), bottom: top + 48 };
}
