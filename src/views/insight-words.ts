import { formatMonth, formatMonthBefore, formatPeriod } from '../core/dates/format-date.ts';
import { partsOf } from '../core/dates/quarter.ts';
import { type Count, isGap } from '../domain/insight/coverage.ts';
import type { InsightQuery } from '../domain/insight/query.ts';
import type { CountedTerm } from '../domain/insight/terms.ts';
import type { View } from './view.ts';

/** How many campaigns there are: "2", "1?" or "2 + 1?"; what is not certain never stands without its mark. */
export function campaignsText({ sure, unsure }: Count): string {
  if (unsure === 0) return `${sure}`;
  return sure === 0 ? `${unsure}?` : `${sure} + ${unsure}?`;
}

/** The same with the outside moments beside it. */
export function countText(count: Count, { t }: View): string {
  const campaigns = campaignsText(count);
  return count.moments > 0
    ? t('insight.with-moments', { count: campaigns, moments: count.moments })
    : campaigns;
}

/** The name of a form or audience; a part stands below its whole and shows that. */
export function termText(
  { name, isPart }: CountedTerm,
  of: 'form' | 'audience',
  { t, locale }: View,
): string {
  if (!name) return t(of === 'form' ? 'insight.no-form' : 'insight.no-audience');
  return isPart ? t('insight.part-of', { name: name[locale] }) : name[locale];
}

/** "K2 2027", and "K2 2027?" when nothing in it is certain. */
export function quarterText(quarter: string, count: Count | undefined, { t }: Pick<View, 't'>): string {
  const { year, number } = partsOf(quarter);
  // As text, since a year is not a number to write with a thousands separator.
  const text = t('insight.quarter-short', { number: `${number}`, year: `${year}` });
  return count && count.sure === 0 ? t('insight.unsure-quarter', { quarter: text }) : text;
}

/** The period in words; whole months are named as such. */
export function periodWords({ start, end }: InsightQuery['period'], { t, locale }: View): string {
  const [first, last] = [start.slice(0, 7), end.slice(0, 7)];
  const dayAfter = Temporal.PlainDate.from(end).add({ days: 1 });
  if (first === last || !start.endsWith('-01') || dayAfter.day !== 1)
    return formatPeriod({ start, end }, locale);
  return t('insight.months', {
    from: formatMonthBefore(first, last, locale),
    until: formatMonth(last, locale),
  });
}

/** The same with a capital, for the beginning of a sentence. */
export function periodText(period: InsightQuery['period'], view: View): string {
  const text = periodWords(period, view);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const NAMED = 5;

/** The names of what has nothing, the first few in full. */
export function gapNames(
  rows: readonly { term: CountedTerm; total: Count }[],
  { t, locale }: View,
): { names: string; gaps: number; count: number } {
  const named = rows.flatMap(({ term: { name }, total }) => (name ? [{ name: name[locale], total }] : []));
  const gaps = named.filter(({ total }) => isGap(total)).map(({ name }) => name);
  const first = gaps.slice(0, NAMED).join(', ');
  const more = gaps.length - NAMED;
  const names = more > 0 ? t('insight.names-more', { names: first, count: more }) : first;
  return { names, gaps: gaps.length, count: named.length };
}
