import { widthOf } from '../timeline/font.ts';
import { COLOURS } from '../timeline/layout.ts';
import { element, textElement } from '../timeline/svg.ts';

/** What a mark below the number says of a part of the period. */
export type HeatMark = 'sure' | 'unsure' | 'none';

export interface HeatCell {
  sure: number;
  unsure: number;
  moments: number;
  marks: readonly HeatMark[];
}

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** From few to many: told apart in grey too, and each with its number in a colour that stands out from it. */
export const STEPS = [
  { from: 1, fill: '#b3cfec', text: COLOURS.ink },
  { from: 2, fill: '#74a4d4', text: COLOURS.ink },
  { from: 4, fill: '#2f6cab', text: COLOURS.onBrand },
  { from: 8, fill: COLOURS.brand, text: COLOURS.onBrand },
] as const;
/** Of what is empty: the one warm colour, lighter than any other in grey. */
export const GAP = { ground: '#ffe3c2', text: '#8a3b00' } as const;
/** In a cell with less room than this, more than 99 is not written out; elsewhere more than 999. */
const NARROW = 36;
const INSET = 1.5;
const SIZES = [21, 19, 17, 15, 13, 11];

/** A cell: in a warm colour when empty, an outline of dashes when nothing is sure, else fuller with each step. */
export function cellSvg(cell: HeatCell, { left, right, top, bottom }: Box): string {
  const box = { left: left + INSET, right: right - INSET, top: top + INSET, bottom: bottom - INSET };
  const look = lookOf(cell);
  const inset = look.dashes ? 1.5 : 0;
  const rect = {
    x: box.left + inset,
    y: box.top + inset,
    width: box.right - box.left - 2 * inset,
    height: box.bottom - box.top - 2 * inset,
    rx: 4,
    fill: look.fill,
    ...(look.dashes ? { stroke: COLOURS.brand, 'stroke-width': 2.5, 'stroke-dasharray': '6 4' } : {}),
  };
  return [
    element('rect', rect),
    numbersSvg(cell, box, look),
    ...(look.isGap
      ? []
      : cell.marks.map((mark, index) => markSvg(mark, index, cell.marks.length, box, look.text))),
    cell.moments > 0 ? momentSvg(box.right - 8, box.top + 8) : '',
  ].join('');
}

/** The mark of an outside moment, around a place. */
export function momentSvg(x: number, y: number): string {
  const points = `${x},${y - 6} ${x + 6},${y} ${x},${y + 6} ${x - 6},${y}`;
  return element('polygon', { points, fill: COLOURS.mine, stroke: COLOURS.paper, 'stroke-width': 1.5 });
}

interface Look {
  fill: string;
  text: string;
  dashes: boolean;
  isGap: boolean;
}

function lookOf({ sure, unsure }: HeatCell): Look {
  if (sure + unsure === 0) return { fill: GAP.ground, text: GAP.text, dashes: false, isGap: true };
  if (sure === 0) return { fill: COLOURS.paper, text: COLOURS.brand, dashes: true, isGap: false };
  const step = STEPS.findLast(({ from }) => sure >= from) ?? STEPS[0];
  return { fill: step.fill, text: step.text, dashes: false, isGap: false };
}

/** On one line when that fits, else the uncertain ones below the certain ones. */
function numbersSvg(cell: HeatCell, box: Box, look: Look): string {
  const hasMarks = cell.marks.length > 0 && !look.isGap;
  // A moment has its sign in the corner, beside the number.
  const middle = (box.left + box.right) / 2 - (cell.moments > 0 ? 5 : 0);
  const height = box.bottom - box.top - (hasMarks ? 12 : 0);
  const room = box.right - box.left - (cell.moments > 0 ? 20 : 8);
  const at = (text: string, y: number, size: number) =>
    textElement(text, { x: middle, y, size, bold: true, fill: look.text, anchor: 'middle' });
  const most = room < NARROW ? 99 : 999;
  const [sure, unsure] = [shown(cell.sure, most), `${shown(cell.unsure, most)}?`];
  const whole = cell.unsure === 0 ? sure : cell.sure === 0 ? unsure : `${sure}+${unsure}`;
  const size = sizeFor(whole, room, 15) ?? (cell.sure === 0 || cell.unsure === 0 ? 11 : undefined);
  if (size) return at(whole, box.top + height / 2 + 0.36 * size, size);
  const [large, small] = hasMarks ? [15, 11] : [19, 13];
  const first = sizeFor(sure, room, 11, large) ?? 11;
  const second = sizeFor(`+${unsure}`, room, 11, small) ?? 11;
  return at(sure, box.top + 0.76 * first, first) + at(`+${unsure}`, box.top + height - 0.3 * second, second);
}

function sizeFor(text: string, room: number, least: number, most = SIZES[0] ?? 21): number | undefined {
  return SIZES.find((size) => size <= most && size >= least && widthOf(text, { size, bold: true }) <= room);
}

/** Small squares in a row at the foot of the cell: full, hollow, or only a line for a part without anything. */
function markSvg(mark: HeatMark, index: number, count: number, box: Box, colour: string): string {
  const pitch = Math.min(9, (box.right - box.left - 4) / count);
  const side = pitch - 2;
  const x = (box.left + box.right) / 2 + (index - count / 2) * pitch + 1;
  const y = box.bottom - 6 - side;
  if (mark === 'none')
    return element('rect', { x, y: y + side - 1.5, width: side, height: 1.5, fill: colour });
  const square = { x, y, width: side, height: side };
  if (mark === 'sure') return element('rect', { ...square, fill: colour });
  const hollow = { x: x + 0.75, y: y + 0.75, width: side - 1.5, height: side - 1.5 };
  return element('rect', { ...hollow, fill: 'none', stroke: colour, 'stroke-width': 1.5 });
}

function shown(count: number, most: number): string {
  return count > most ? `${most}+` : `${count}`;
}
