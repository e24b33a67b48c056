import { HOME_ZONE } from '../clock.ts';
import type { Locale } from '../locale.ts';
import { type DateWords, dateWords } from './format-words.ts';
import { partsOf } from './quarter.ts';

/** A period as records hold it: ISO dates, both inclusive; times and zone only when it is timed. */
export interface WrittenPeriod {
  start: string;
  end: string;
  startTime?: string | undefined;
  endTime?: string | undefined;
  zone?: string | undefined;
}

/**
 * A period in words: "28 september t/m 4 oktober 2027", "11–17 October 2027", "11 oktober 2027,
 * 09.00–17.00 uur". A whole month is that month. The year is left out when all of it is in the year of
 * `today`; a zone is named when times are given in another one than the partnership's.
 */
export function formatPeriod(period: WrittenPeriod, locale: Locale, today?: Temporal.PlainDate): string {
  return writePeriod(period, dateWords[locale], false, today);
}

/** The same with weekdays: "ma 11 t/m zo 17 oktober 2027", "Mon 11 – Sun 17 October 2027". */
export function formatPeriodWithDays(
  period: WrittenPeriod,
  locale: Locale,
  today?: Temporal.PlainDate,
): string {
  return writePeriod(period, dateWords[locale], true, today);
}

/** An ISO date in words: "11 oktober 2027", without the year when it is in the year of `today`. */
export function formatDate(date: string, locale: Locale, today?: Temporal.PlainDate): string {
  return formatPeriod({ start: date, end: date }, locale, today);
}

/** The same with its weekday: "ma 11 oktober 2027". */
export function formatDateWithDay(date: string, locale: Locale, today?: Temporal.PlainDate): string {
  return formatPeriodWithDays({ start: date, end: date }, locale, today);
}

/** "2027-10" as "oktober 2027" or "October 2027". */
export function formatMonth(month: string, locale: Locale): string {
  const { year, month: number } = Temporal.PlainYearMonth.from(month);
  return `${dateWords[locale].months[number - 1]} ${year}`;
}

/** Months (YYYY-MM) of which it is one: "april, mei of september 2027"; years only where they differ. */
export function formatMonths(months: readonly string[], locale: Locale): string {
  const last = months.at(-1);
  if (last === undefined) return '';
  const names = months.slice(0, -1).map((month) => formatMonthBefore(month, last, locale));
  return eitherOf[locale].format([...names, formatMonth(last, locale)]);
}

/** The first of two months, without its year when that is the second one's: "september". */
export function formatMonthBefore(month: string, last: string, locale: Locale): string {
  const name = formatMonth(month, locale);
  return month.slice(0, 4) === last.slice(0, 4) ? name.slice(0, name.lastIndexOf(' ')) : name;
}

const eitherOf: Record<Locale, Intl.ListFormat> = {
  nl: new Intl.ListFormat('nl', { type: 'disjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'disjunction' }),
};

/** "2027-Q4" as "4e kwartaal 2027" or "Q4 2027". */
export function formatQuarter(quarter: string, locale: Locale): string {
  const { year, number } = partsOf(quarter);
  return dateWords[locale].quarter(year, number);
}

/** A moment as it is in a zone: "ma 11 oktober 2027, 09.00 uur"; a zone other than the home one is named. */
export function formatInstant(instant: Temporal.Instant, zone: string, locale: Locale): string {
  const moment = instant.toZonedDateTimeISO(zone);
  const words = dateWords[locale];
  const day = formatDateWithDay(moment.toPlainDate().toString(), locale);
  return `${day}, ${words.time(clockOf(moment))}${zoneNote(zone, words)}`;
}

function writePeriod(
  period: WrittenPeriod,
  words: DateWords,
  withDays: boolean,
  today: Temporal.PlainDate | undefined,
): string {
  const start = Temporal.PlainDate.from(period.start);
  const end = Temporal.PlainDate.from(period.end);
  const yearless = today !== undefined && start.year === today.year && end.year === today.year;
  const last = (day: Temporal.PlainDate) => writeDay(day, words, withDays, !yearless);
  const { startTime, endTime } = period;
  const zone = startTime || endTime ? zoneNote(period.zone ?? HOME_ZONE, words) : '';

  if (start.equals(end)) return `${[last(start), ...hoursOf(period, words)].join(', ')}${zone}`;
  if (startTime || endTime) {
    const from = [last(start), ...(startTime ? [words.time(startTime)] : [])].join(', ');
    const until = [last(end), ...(endTime ? [words.time(endTime)] : [])].join(', ');
    return `${from}${words.longTo}${until}${zone}`;
  }
  if (!withDays && isWholeMonth(start, end)) {
    return [words.months[start.month - 1], ...(yearless ? [] : [start.year])].join(' ');
  }
  const to = withDays ? words.longTo : words.to;
  if (isSameMonth(start, end)) return `${dayNumber(start, words, withDays)}${to}${last(end)}`;
  const first = writeDay(start, words, withDays, start.year !== end.year);
  return `${first}${words.longTo}${last(end)}`;
}

function writeDay(day: Temporal.PlainDate, words: DateWords, withDays: boolean, withYear: boolean): string {
  const month = words.months[day.month - 1];
  return [dayNumber(day, words, withDays), month, ...(withYear ? [day.year] : [])].join(' ');
}

function dayNumber(day: Temporal.PlainDate, words: DateWords, withDays: boolean): string {
  return withDays ? `${words.shortWeekdays[day.dayOfWeek - 1]} ${day.day}` : String(day.day);
}

function hoursOf({ startTime, endTime }: WrittenPeriod, words: DateWords): string[] {
  if (startTime && endTime) return [words.times(startTime, endTime)];
  if (startTime) return [words.from(startTime)];
  return endTime ? [words.until(endTime)] : [];
}

function zoneNote(zone: string, words: DateWords): string {
  return zone === HOME_ZONE ? '' : ` ${words.zone(zone)}`;
}

function clockOf(moment: Temporal.ZonedDateTime): string {
  return moment.toPlainTime().toString({ smallestUnit: 'minute' });
}

function isWholeMonth(start: Temporal.PlainDate, end: Temporal.PlainDate): boolean {
  return isSameMonth(start, end) && start.day === 1 && end.day === end.daysInMonth;
}

function isSameMonth(start: Temporal.PlainDate, end: Temporal.PlainDate): boolean {
  return start.year === end.year && start.month === end.month;
}
