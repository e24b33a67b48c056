import type { Translate } from '../../i18n/translate.ts';
import { type Bar, barSvg } from './bar.ts';
import { drawableText, fittedText, widthOf } from './font.ts';
import { CHART_LEFT, CHART_RIGHT, COLOURS, MARGIN, TEXT, TITLE_LEFT, TODAY_TOP } from './layout.ts';
import { starSvg } from './star.ts';
import { textElement } from './svg.ts';

const LINE = 40;
const SIGN = 40;
const GAP = 10;
const BETWEEN = 28;

interface Item {
  text: string;
  /** Draws the sign from this left edge, around this height. */
  sign: (x: number, y: number) => string;
}

/** What each sign means, over as many lines as that takes, from `top`; and how high that is. */
export function legendSvg(t: Translate, top: number): { svg: string; height: number } {
  let [x, y] = [MARGIN, top + LINE / 2];
  const parts = itemsOf(t).map(({ text, sign }) => {
    const words = drawableText(text);
    const width = SIGN + GAP + widthOf(words, TEXT.legend);
    if (x > MARGIN && x + width > CHART_RIGHT) [x, y] = [MARGIN, y + LINE];
    const place = { x: x + SIGN + GAP, y: y + 7, fill: COLOURS.softInk };
    const part = sign(x, y) + textElement(words, { ...place, ...TEXT.legend });
    x += width + BETWEEN;
    return part;
  });
  return { svg: parts.join(''), height: y + LINE / 2 - top };
}

/** What the star means, above the titles that have one. */
export function ownSign(t: Translate): string {
  const y = TODAY_TOP + 18;
  const words = fittedText(t('timeline.mine'), CHART_LEFT - TITLE_LEFT - 2 * GAP, TEXT.legend);
  const place = { x: TITLE_LEFT, y: y + 7, fill: COLOURS.softInk };
  return starSvg(MARGIN + 13, y) + textElement(words, { ...place, ...TEXT.legend });
}

function itemsOf(t: Translate): Item[] {
  const bar =
    (state: Bar['state'], kind: Bar['kind'] = 'campaign') =>
    (x: number, y: number) =>
      barSvg({ left: x, right: x + SIGN, y, state, kind, mine: false });
  return [
    { text: t('timeline.confirmed'), sign: bar('confirmed') },
    { text: t('timeline.provisional'), sign: bar('provisional') },
    { text: t('timeline.unknown-or-uncertain'), sign: bar('uncertain') },
    { text: t('timeline.inhaakmoment'), sign: bar('confirmed', 'inhaakmoment') },
  ];
}
