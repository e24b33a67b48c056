import { addDays } from '../../core/dates/day-number.ts';
import { formatMonth } from '../../core/dates/format-date.ts';
import { isoWeekOf } from '../../core/dates/iso-week.ts';
import type { Locale } from '../../core/locale.ts';
import type { Translate } from '../../i18n/translate.ts';
import { drawableText, widthOf } from './font.ts';
import {
  CHART_LEFT,
  CHART_RIGHT,
  COLOURS,
  MONTHS_TOP,
  type PlaceOfDay,
  TEXT,
  TODAY_TOP,
  WEEKS_TOP,
} from './layout.ts';
import { element, textElement } from './svg.ts';

const BAND = 38;

export interface GridOptions {
  from: string;
  weeks: number;
  place: PlaceOfDay;
  locale: Locale;
  t: Translate;
}

/** The bands with months and week numbers, and a line between the weeks down to `bottom`. */
export function gridSvg({ from, weeks, place, locale, t }: GridOptions, bottom: number): string {
  const mondays = Array.from({ length: weeks }, (_, index) => addDays(from, 7 * index));
  const width = CHART_RIGHT - CHART_LEFT;
  const monthBand = { x: CHART_LEFT, y: MONTHS_TOP, width, height: BAND, fill: COLOURS.brand };
  const weekBand = { x: CHART_LEFT, y: WEEKS_TOP, width, height: BAND, fill: COLOURS.band };
  return [
    element('rect', monthBand),
    element('rect', weekBand),
    ...monthsIn(from, addDays(from, 7 * weeks)).map((month) => monthSvg(month, place, locale)),
    ...[...mondays, addDays(from, 7 * weeks)].map((monday) => downLine(place(monday), WEEKS_TOP, bottom)),
    ...mondays.map((monday) => {
      const { week } = isoWeekOf(Temporal.PlainDate.from(monday));
      const x = (place(monday) + place(addDays(monday, 7))) / 2;
      const text = drawableText(t('timeline.week', { week }));
      return textElement(text, { x, y: WEEKS_TOP + 26, fill: COLOURS.ink, anchor: 'middle', ...TEXT.week });
    }),
  ].join('');
}

/** The line for today with its name above; empty when the chart does not hold today. */
export function todaySvg(today: string, { place, t }: GridOptions, bottom: number): string {
  const x = (place(today) + place(addDays(today, 1))) / 2;
  if (x < CHART_LEFT || x > CHART_RIGHT) return '';
  const text = drawableText(t('timeline.today'));
  const width = widthOf(text, TEXT.label) + 20;
  const left = Math.min(Math.max(x - width / 2, CHART_LEFT), CHART_RIGHT - width);
  const box = { x: left, y: TODAY_TOP + 4, width, height: 28, rx: 6, fill: COLOURS.today };
  const line = { x1: x, x2: x, y1: TODAY_TOP + 30, y2: bottom, stroke: COLOURS.today, 'stroke-width': 3 };
  return [
    element('line', line),
    element('rect', box),
    textElement(text, {
      x: left + width / 2,
      y: TODAY_TOP + 25,
      fill: COLOURS.onBrand,
      anchor: 'middle',
      ...TEXT.label,
    }),
  ].join('');
}

interface MonthPart {
  month: string;
  first: string;
  /** The day after its last one here. */
  end: string;
}

function monthsIn(from: string, end: string): MonthPart[] {
  const parts: MonthPart[] = [];
  for (let first = from; first < end; first = parts.at(-1)?.end ?? end) {
    const month = first.slice(0, 7);
    const next = Temporal.PlainYearMonth.from(month).add({ months: 1 }).toPlainDate({ day: 1 }).toString();
    parts.push({ month, first, end: next < end ? next : end });
  }
  return parts;
}

/** The name with the year where there is room, else the name, else its first letters, else nothing. */
function monthSvg({ month, first, end }: MonthPart, place: PlaceOfDay, locale: Locale): string {
  const full = drawableText(formatMonth(month, locale));
  const name = full.slice(0, full.lastIndexOf(' '));
  const room = place(end) - place(first) - 14;
  const text = [full, name, name.slice(0, 3)].find((choice) => widthOf(choice, TEXT.month) <= room);
  return [
    place(first) > CHART_LEFT ? downLine(place(first), MONTHS_TOP, WEEKS_TOP) : '',
    text
      ? textElement(text, { x: place(first) + 10, y: MONTHS_TOP + 27, fill: COLOURS.onBrand, ...TEXT.month })
      : '',
  ].join('');
}

function downLine(x: number, top: number, bottom: number): string {
  return element('line', {
    x1: x,
    x2: x,
    y1: top,
    y2: bottom,
    stroke: COLOURS.line,
    'stroke-width': 1.5,
  });
}
