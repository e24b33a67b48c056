import { addDays } from '../../core/dates/day-number.ts';
import { formatPeriod } from '../../core/dates/format-date.ts';
import { barSvg } from './bar.ts';
import { drawableText, fittedText, type TextStyle, widthOf } from './font.ts';
import type { GridOptions } from './grid.ts';
import { CHART_LEFT, CHART_RIGHT, COLOURS, MARGIN, ROW_HEIGHT, TEXT, TITLE_LEFT, WIDTH } from './layout.ts';
import { starSvg } from './star.ts';
import { element, textElement } from './svg.ts';
import type { TimelineEntry } from './timeline.ts';

const TITLE_ROOM = CHART_LEFT - TITLE_LEFT - 20;
const LABEL_GAP = 8;
/** What the question mark on a bar takes. */
const SIGN_ROOM = 40;

export interface RowOptions extends GridOptions {
  today: string;
}

/** What lies behind a row: a tint for the own ones and a line below. */
export function rowGround({ mine }: TimelineEntry, top: number): string {
  const bottom = top + ROW_HEIGHT;
  const tint = { x: 0, y: top, width: WIDTH, height: ROW_HEIGHT, fill: COLOURS.mineRow };
  const line = { x1: MARGIN, x2: CHART_RIGHT, y1: bottom, y2: bottom, stroke: COLOURS.line };
  return (mine ? element('rect', tint) : '') + element('line', line);
}

/** The title, the bar at its days, and those days in words beside it. */
export function rowSvg(entry: TimelineEntry, top: number, options: RowOptions): string {
  const { place } = options;
  const middle = top + ROW_HEIGHT / 2;
  const style = entry.mine ? TEXT.ownRow : TEXT.row;
  const title = fittedText(entry.title, TITLE_ROOM, style) || fallback(options, style);
  const end = addDays(options.from, 7 * options.weeks);
  const cutLeft = entry.first < options.from;
  const cutRight = entry.last >= end;
  const left = cutLeft ? CHART_LEFT : place(entry.first);
  const right = cutRight ? CHART_RIGHT : place(addDays(entry.last, 1));
  return [
    entry.mine ? starSvg(MARGIN + 13, middle) : '',
    textElement(title, { x: TITLE_LEFT, y: middle + 8, fill: COLOURS.ink, ...style }),
    barSvg({ ...entry, left, right, y: middle, cutLeft, cutRight }),
    labelSvg(entry, labelOf(entry, options), { left, right, middle }),
  ].join('');
}

function fallback({ t }: RowOptions, style: TextStyle): string {
  return fittedText(t('timeline.untitled'), TITLE_ROOM, style);
}

/** No days for what is not certain: they would look like an agreement. */
function labelOf({ first, last, state, undated }: TimelineEntry, { t, locale, today }: RowOptions): string {
  if (undated) return drawableText(t('timeline.undated'));
  if (state === 'uncertain') return drawableText(t('timeline.uncertain'));
  const days = formatPeriod({ start: first, end: last }, locale, Temporal.PlainDate.from(today));
  return drawableText(state === 'confirmed' ? days : t('timeline.days-provisional', { days }));
}

interface LabelPlace {
  left: number;
  right: number;
  middle: number;
}

/** Right of the bar, else left of it, else on it behind its sign; nowhere when it fits in none of those. */
function labelSvg(entry: TimelineEntry, text: string, { left, right, middle }: LabelPlace): string {
  const width = widthOf(text, TEXT.label);
  const room = width + 2 * LABEL_GAP;
  const label = (x: number, fill: string) => textElement(text, { x, y: middle + 6, fill, ...TEXT.label });
  const plate = (x: number) => {
    const fill = entry.mine ? COLOURS.mineRow : COLOURS.paper;
    return element('rect', { x: x - 4, y: middle - 12, width: width + 8, height: 24, rx: 4, fill });
  };
  const beside = (x: number) => plate(x) + label(x, COLOURS.ink);
  if (right + room <= CHART_RIGHT) return beside(right + LABEL_GAP);
  if (left - room >= CHART_LEFT) return beside(left - LABEL_GAP - width);
  if (right - left < SIGN_ROOM + room) return '';
  const x = left + SIGN_ROOM;
  if (entry.kind === 'inhaakmoment') return beside(x);
  return label(x, entry.state === 'confirmed' ? COLOURS.onBrand : COLOURS.ink);
}
