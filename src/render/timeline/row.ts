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
    labelSvg(entry, labelsOf(entry, options), { left, right, middle }),
  ].join('');
}

function fallback({ t }: RowOptions, style: TextStyle): string {
  return fittedText(t('timeline.untitled'), TITLE_ROOM, style);
}

/** From long to short; no days for what is not certain, since they would look like an agreement. */
function labelsOf(
  { first, last, state, undated }: TimelineEntry,
  { t, locale, today }: RowOptions,
): string[] {
  if (undated) return [t('timeline.undated')];
  if (state === 'uncertain') return [t('timeline.uncertain')];
  const days = formatPeriod({ start: first, end: last }, locale, Temporal.PlainDate.from(today));
  if (state === 'confirmed') return [days];
  return [t('timeline.days-provisional', { days }), t('calendar.provisional')];
}

interface LabelPlace {
  left: number;
  right: number;
  middle: number;
}

/** The longest label that has a place: right of the bar, else left of it, else on it behind its sign. */
function labelSvg(
  entry: TimelineEntry,
  labels: readonly string[],
  { left, right, middle }: LabelPlace,
): string {
  for (const text of labels.map(drawableText)) {
    const width = widthOf(text, TEXT.label);
    const room = width + 2 * LABEL_GAP;
    const label = (x: number, fill: string) => textElement(text, { x, y: middle + 6, fill, ...TEXT.label });
    const plate = { y: middle - 12, width: width + 8, height: 24, rx: 4, fill: groundOf(entry) };
    const beside = (x: number) => element('rect', { x: x - 4, ...plate }) + label(x, COLOURS.ink);
    if (right + room <= CHART_RIGHT) return beside(right + LABEL_GAP);
    if (left - room >= CHART_LEFT) return beside(left - LABEL_GAP - width);
    if (right - left < SIGN_ROOM + room) continue;
    if (entry.kind === 'inhaakmoment') return beside(left + SIGN_ROOM);
    return label(left + SIGN_ROOM, entry.state === 'confirmed' ? COLOURS.onBrand : COLOURS.ink);
  }
  return '';
}

function groundOf({ mine }: TimelineEntry): string {
  return mine ? COLOURS.mineRow : COLOURS.paper;
}
