import { addDays } from '../../core/dates/day-number.ts';
import { formatPeriod } from '../../core/dates/format-date.ts';
import type { Locale } from '../../core/locale.ts';
import type { Translate } from '../../i18n/translate.ts';
import { EMPTY_BOTTOM, emptySvg } from './empty.ts';
import { drawableText, fittedText } from './font.ts';
import { gridSvg, todaySvg } from './grid.ts';
import {
  COLOURS,
  MARGIN,
  placeOfDay,
  ROW_HEIGHT,
  ROWS_TOP,
  TEXT,
  TITLE_LEFT,
  TODAY_TOP,
  WIDTH,
} from './layout.ts';
import { legendSvg, ownSign } from './legend.ts';
import { type RowOptions, rowGround, rowSvg } from './row.ts';
import { element, textElement } from './svg.ts';

/** One row of the picture; days are ISO dates, both counted, and may lie outside it. */
export interface TimelineEntry {
  title: string;
  first: string;
  last: string;
  /** Only what somebody confirmed is drawn as sure. */
  state: 'confirmed' | 'provisional' | 'uncertain';
  kind: 'campaign' | 'inhaakmoment';
  /** Set when it has no days yet: these are those of the months in which it is expected. */
  undated?: boolean;
  /** Of the reader's own organisations. */
  mine: boolean;
}

export interface Timeline {
  /** An ISO date, a Monday. */
  from: string;
  weeks: number;
  today: string;
  entries: readonly TimelineEntry[];
  /** How many there are besides these. */
  more: number;
}

/** More rows than this cannot be read in a chat window; the rest is counted as more. */
export const MOST_ROWS = 18;

/** The picture of some weeks as SVG, 1200 wide. It uses FONT_FAMILY; the same timeline gives the same text. */
export function timelineSvg(timeline: Timeline, t: Translate, locale: Locale): string {
  const { from, weeks, today } = timeline;
  const last = addDays(from, 7 * weeks - 1);
  const within = timeline.entries.filter((entry) => entry.first <= last && entry.last >= from);
  const shown = within.slice(0, MOST_ROWS);
  const more = timeline.more + within.length - shown.length;
  const options: RowOptions = { from, weeks, today, locale, t, place: placeOfDay(from, weeks) };
  const top = (index: number) => ROWS_TOP + index * ROW_HEIGHT;
  const bottom = top(shown.length);
  const body =
    shown.length === 0
      ? [gridSvg(options, TODAY_TOP), emptySvg(t)]
      : [
          ...shown.map((entry, index) => rowGround(entry, top(index))),
          gridSvg(options, bottom),
          todaySvg(today, options, bottom),
          shown.some((entry) => entry.mine) ? ownSign(t) : '',
          ...shown.map((entry, index) => rowSvg(entry, top(index), options)),
        ];
  const foot = footSvg(shown.length === 0 ? EMPTY_BOTTOM : bottom, shown.length, more, t);
  const period = formatPeriod({ start: from, end: last }, locale);
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: WIDTH,
      height: foot.bottom,
      viewBox: `0 0 ${WIDTH} ${foot.bottom}`,
    },
    element('rect', { width: WIDTH, height: foot.bottom, fill: COLOURS.paper }),
    heading(t('timeline.title', { weeks }), 54, COLOURS.brand, TEXT.title),
    heading(period, 90, COLOURS.softInk, TEXT.subtitle),
    ...body,
    foot.svg,
  );
}

function heading(text: string, y: number, fill: string, style: { size: number; bold?: boolean }): string {
  return textElement(fittedText(text, WIDTH - 2 * MARGIN, style), { x: MARGIN, y, fill, ...style });
}

/** What did not fit, and what the signs mean; an empty picture needs neither. */
function footSvg(top: number, rows: number, more: number, t: Translate): { svg: string; bottom: number } {
  const text = more > 0 ? drawableText(t('timeline.more', { count: more })) : '';
  const moreHeight = text ? ROW_HEIGHT : 0;
  const place = { x: TITLE_LEFT, y: top + 30, fill: COLOURS.ink };
  const svg = text ? textElement(text, { ...place, ...TEXT.ownRow }) : '';
  if (rows === 0) return { svg, bottom: top + moreHeight + MARGIN / 2 };
  const legend = legendSvg(t, top + moreHeight + 16);
  return { svg: svg + legend.svg, bottom: top + moreHeight + 16 + legend.height + MARGIN / 2 };
}
