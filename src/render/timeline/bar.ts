import { COLOURS } from './layout.ts';
import { element, short, textElement } from './svg.ts';

/** How a bar is drawn; an end that is cut goes on outside the picture, and points there. */
export interface Bar {
  left: number;
  right: number;
  /** Of its middle. */
  y: number;
  state: 'confirmed' | 'provisional' | 'uncertain';
  kind: 'campaign' | 'inhaakmoment';
  mine: boolean;
  cutLeft?: boolean;
  cutRight?: boolean;
}

const HEIGHTS = { campaign: 28, inhaakmoment: 14 };
const STROKE = 3;
const SIGN = { size: 20, bold: true };
const ROOM_FOR_SIGN = 22;
/** How far the point of a cut end reaches outside the chart. */
const TIP = 12;

/** A bar: filled only when its date is confirmed, else an outline of dashes or dots with a question mark. */
export function barSvg(bar: Bar): string {
  const { left, right, y, state, kind, mine } = bar;
  const colour = mine ? COLOURS.mine : COLOURS.brand;
  const d = outline(bar, state === 'confirmed' ? 0 : STROKE / 2);
  if (state === 'confirmed') return element('path', { d, fill: colour });
  const line = { stroke: colour, 'stroke-width': STROKE };
  const dashes =
    state === 'provisional'
      ? { 'stroke-dasharray': right - left < 40 ? '5 3' : '9 5' }
      : { 'stroke-dasharray': '0.1 6', 'stroke-linecap': 'round' };
  const sign = {
    x: Math.min((left + right) / 2, left + 24),
    y: y + 7,
    fill: colour,
    anchor: 'middle',
    ...SIGN,
  } as const;
  return [
    element('path', { d, fill: COLOURS.paper, ...line, ...dashes }),
    kind === 'campaign' && right - left >= ROOM_FOR_SIGN ? textElement('?', sign) : '',
  ].join('');
}

function outline({ left, right, y, kind, cutLeft, cutRight }: Bar, inset: number): string {
  const half = HEIGHTS[kind] / 2 - inset;
  const [x1, x2] = [left - (cutLeft ? TIP : 0) + inset, right + (cutRight ? TIP : 0) - inset];
  const round = Math.min(5, half, (x2 - x1) / 2);
  const startsAt = cutLeft ? TIP : round;
  const endsAt = cutRight ? TIP : round;
  const corner = (x: number, toY: number) => `Q${short(x)} ${short(toY)}`;
  return [
    `M${short(x1 + startsAt)} ${short(y - half)}H${short(x2 - endsAt)}`,
    cutRight
      ? `L${short(x2)} ${short(y)}L${short(x2 - TIP)} ${short(y + half)}`
      : `${corner(x2, y - half)} ${short(x2)} ${short(y - half + round)}V${short(y + half - round)}${corner(x2, y + half)} ${short(x2 - round)} ${short(y + half)}`,
    `H${short(x1 + startsAt)}`,
    cutLeft
      ? `L${short(x1)} ${short(y)}Z`
      : `${corner(x1, y + half)} ${short(x1)} ${short(y + half - round)}V${short(y - half + round)}${corner(x1, y - half)} ${short(x1 + round)} ${short(y - half)}Z`,
  ].join('');
}
