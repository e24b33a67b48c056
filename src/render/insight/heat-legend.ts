import type { Translate } from '../../i18n/translate.ts';
import { drawableText, widthOf } from '../timeline/font.ts';
import { COLOURS, MARGIN, TEXT, WIDTH } from '../timeline/layout.ts';
import { textElement } from '../timeline/svg.ts';
import { cellSvg, momentSvg } from './heat-cell.ts';

const LINE = 42;
const SIGN = 46;
const GAP = 10;
const BETWEEN = 26;

/** What the cells and their signs mean, over as many lines as that takes, from `top`; and how high that is. */
export function heatLegend(
  t: Translate,
  marks: string | undefined,
  top: number,
): { svg: string; height: number } {
  const cell = (sure: number, unsure: number) => (x: number, y: number) =>
    cellSvg(
      { sure, unsure, moments: 0, marks: [] },
      { left: x, right: x + SIGN, top: y - 17, bottom: y + 17 },
    );
  const items = [
    { text: t('insight.key-sure'), sign: cell(2, 0) },
    { text: t('insight.key-unsure'), sign: cell(0, 1) },
    { text: t('insight.key-gap'), sign: cell(0, 0) },
    { text: t('insight.key-moment'), sign: (x: number, y: number) => momentSvg(x + SIGN - 10, y) },
    ...(marks ? [{ text: marks, sign: () => '' }] : []),
  ];
  let [x, y] = [MARGIN, top + LINE / 2];
  const parts = items.map(({ text, sign }) => {
    const words = drawableText(text);
    const signWidth = text === marks ? 0 : SIGN + GAP;
    const width = signWidth + widthOf(words, TEXT.legend);
    if (x > MARGIN && x + width > WIDTH - MARGIN) [x, y] = [MARGIN, y + LINE];
    const place = { x: x + signWidth, y: y + 7, fill: COLOURS.softInk };
    const part = sign(x, y) + textElement(words, { ...place, ...TEXT.legend });
    x += width + BETWEEN;
    return part;
  });
  return { svg: parts.join(''), height: y + LINE / 2 - top };
}
