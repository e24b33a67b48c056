import { daysBetween } from '../../core/dates/day-number.ts';

/** Where things stand in the picture, in units of which it is 1200 wide: two for a pixel in a chat window. */
export const WIDTH = 1200;
export const MARGIN = 32;
/** Of the titles, behind the place for a star. */
export const TITLE_LEFT = MARGIN + 34;
export const CHART_LEFT = 480;
export const CHART_RIGHT = WIDTH - MARGIN;
export const MONTHS_TOP = 112;
export const WEEKS_TOP = 150;
export const TODAY_TOP = 188;
export const ROWS_TOP = 226;
export const ROW_HEIGHT = 44;

/** The colours are those of the pages; each text has at least 4.5 to 1 on what it stands on. */
export const COLOURS = {
  paper: '#ffffff',
  ink: '#1b2733',
  softInk: '#4a5a6a',
  line: '#d5dce3',
  brand: '#154273',
  onBrand: '#ffffff',
  band: '#e8eef5',
  mine: '#a84a00',
  mineRow: '#fff5dc',
  today: '#b3261e',
} as const;

export const TEXT = {
  title: { size: 36, bold: true },
  subtitle: { size: 24 },
  month: { size: 22, bold: true },
  week: { size: 20 },
  row: { size: 23 },
  ownRow: { size: 23, bold: true },
  label: { size: 20 },
  legend: { size: 21 },
} as const;

/** Gives the left edge of a day. */
export type PlaceOfDay = (date: string) => number;

/** Places days (ISO dates) in the chart of so many weeks; the end of a day is the place of the next. */
export function placeOfDay(from: string, weeks: number): PlaceOfDay {
  const day = (CHART_RIGHT - CHART_LEFT) / (7 * weeks);
  return (date) => CHART_LEFT + daysBetween(from, date) * day;
}
