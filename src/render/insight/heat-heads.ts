import { drawableText, fittedText, widthOf } from '../timeline/font.ts';
import { COLOURS } from '../timeline/layout.ts';
import { element, textElement } from '../timeline/svg.ts';

export interface HeatColumn {
  label: string;
  /** What it stands under, with its neighbours of the same: the year of a month. */
  group?: string;
}

interface Heads {
  left: number;
  top: number;
  /** Of each column. */
  width: number;
  onTheirSide: boolean;
  totalLabel: string;
  totalWidth: number;
}

const BAND = 36;
const LONG = 250;
const GROUP = { size: 19, bold: true };
const LABEL = { size: 19 };
const SIDEWAYS = { size: 16 };
/** Between two lines on their side; in a narrower column than two of them there is one. */
const SIDE_LINE = 17;

/** The heads of the columns, below their groups; and where they end. */
export function headsSvg(columns: readonly HeatColumn[], heads: Heads): { svg: string; bottom: number } {
  const { left, top, width, totalLabel, totalWidth, onTheirSide } = heads;
  const groupsBottom = columns.some(({ group }) => group) ? top + BAND : top;
  const bottom = groupsBottom + (onTheirSide ? LONG : BAND);
  const right = left + columns.length * width;
  const band = {
    x: left,
    y: groupsBottom,
    width: right - left,
    height: bottom - groupsBottom,
    fill: COLOURS.band,
  };
  const total = fittedText(totalLabel, totalWidth - 12, { ...LABEL, bold: true });
  const totalX = right + 10 + (totalWidth - 10) / 2;
  const parts = [
    columns.length > 0 ? element('rect', band) : '',
    ...groupsOf(columns).map(({ text, from, until }) =>
      groupSvg(text, left + from * width, left + until * width, top),
    ),
    ...columns.map(({ label }, index) =>
      onTheirSide
        ? sideways(label, left + (index + 0.5) * width, bottom, width)
        : upright(label, left + (index + 0.5) * width, bottom, width),
    ),
    textElement(total, {
      x: totalX,
      y: bottom - 11,
      fill: COLOURS.ink,
      anchor: 'middle',
      ...LABEL,
      bold: true,
    }),
  ];
  return { svg: parts.join(''), bottom: bottom + 4 };
}

function upright(label: string, x: number, bottom: number, width: number): string {
  const text = fittedText(label, width - 6, LABEL);
  return textElement(text, { x, y: bottom - 11, fill: COLOURS.ink, anchor: 'middle', ...LABEL });
}

/** From the bottom up, to be read with the head to the left; on two lines when one is too short. */
function sideways(label: string, x: number, bottom: number, width: number): string {
  const whole = drawableText(label);
  const lines = width < 2 * SIDE_LINE ? [whole] : twoLines(whole);
  const turned = lines.map((text, index) =>
    textElement(fittedText(text, LONG - 20, SIDEWAYS), {
      ...{ x: 0, y: 5 + (index - (lines.length - 1) / 2) * SIDE_LINE, fill: COLOURS.ink },
      ...SIDEWAYS,
    }),
  );
  return element('g', { transform: `translate(${Math.round(x)} ${bottom - 10}) rotate(-90)` }, ...turned);
}

function twoLines(label: string): string[] {
  if (widthOf(label, SIDEWAYS) <= LONG - 20) return [label];
  const words = label.split(' ');
  let first = '';
  while (words.length > 1 && widthOf(`${first} ${words[0]}`, SIDEWAYS) <= LONG - 20)
    first = `${first} ${words.shift()}`.trim();
  return first === '' ? [label] : [first, words.join(' ')];
}

function groupSvg(text: string, left: number, right: number, top: number): string {
  const box = { x: left, y: top, width: right - left - 2, height: BAND, fill: COLOURS.brand };
  const fitted = fittedText(text, right - left - 8, GROUP);
  const place = { x: (left + right) / 2, y: top + 26, fill: COLOURS.onBrand, anchor: 'middle' } as const;
  return element('rect', box) + textElement(fitted, { ...place, ...GROUP });
}

function groupsOf(columns: readonly HeatColumn[]): { text: string; from: number; until: number }[] {
  const groups: { text: string; from: number; until: number }[] = [];
  for (const [index, { group }] of columns.entries()) {
    const last = groups.at(-1);
    if (!group) continue;
    if (last?.text === group && last.until === index) last.until = index + 1;
    else groups.push({ text: group, from: index, until: index + 1 });
  }
  return groups;
}
