import type { Translate } from '../../i18n/translate.ts';
import { fittedText } from './font.ts';
import { CHART_LEFT, CHART_RIGHT, COLOURS, MARGIN, TEXT, TODAY_TOP, WIDTH } from './layout.ts';
import { element, textElement } from './svg.ts';

const EMPTY_TOP = TODAY_TOP + 12;
const EMPTY_HEIGHT = 180;
/** Where an empty picture's word ends. */
export const EMPTY_BOTTOM = EMPTY_TOP + EMPTY_HEIGHT;

/** A leaf of a calendar with nothing on it, and a kind word, where the rows would be. */
export function emptySvg(t: Translate): string {
  const middle = EMPTY_TOP + EMPTY_HEIGHT / 2;
  const left = CHART_LEFT - 190;
  const line = { fill: 'none', stroke: COLOURS.brand, 'stroke-width': 5, 'stroke-linecap': 'round' };
  const room = CHART_RIGHT - CHART_LEFT - 2 * MARGIN;
  const ground = { x: MARGIN, y: EMPTY_TOP, width: WIDTH - 2 * MARGIN, height: EMPTY_HEIGHT };
  const texts = [
    { text: t('timeline.empty'), y: middle - 4, fill: COLOURS.ink, ...TEXT.ownRow, size: 28 },
    { text: t('timeline.empty-hint'), y: middle + 34, fill: COLOURS.softInk, ...TEXT.row },
  ];
  return [
    element('rect', { ...ground, rx: 12, fill: COLOURS.band }),
    element('rect', {
      ...line,
      x: left,
      y: middle - 46,
      width: 108,
      height: 96,
      rx: 12,
      fill: COLOURS.paper,
    }),
    element('path', {
      ...line,
      d: `M${left} ${middle - 14}h108M${left + 30} ${middle - 58}v22M${left + 78} ${middle - 58}v22`,
    }),
    ...texts.map(({ text, ...style }) =>
      textElement(fittedText(text, room, style), { x: CHART_LEFT, ...style }),
    ),
  ].join('');
}
