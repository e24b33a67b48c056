import { formatMonth } from '../core/dates/format-date.ts';
import type { AudienceCoverage, Count, Coverage, CoverageRow } from '../domain/insight/coverage.ts';
import { isGap } from '../domain/insight/coverage.ts';
import type { InsightQuery } from '../domain/insight/query.ts';
import type { Section } from '../reply/reply.ts';
import { campaignsText, countText, gapNames, periodText, quarterText, termText } from './insight-words.ts';
import type { View } from './view.ts';

/** So many months stand beside each other in a table: with the name and the total that fits every platform. */
export const MONTHS_A_TABLE = 6;

/** The coverage by month in a sentence: what has nothing at all. */
export function coverageEssence({ of, rows }: Coverage, period: InsightQuery['period'], view: View): string {
  const { names, gaps, count } = gapNames(rows, view);
  const given = { period: periodText(period, view), names, gaps, count };
  if (of === 'form') return view.t(gaps === 0 ? 'insight.all-filled' : 'insight.form-gaps', given);
  return view.t(gaps === 0 ? 'insight.all-reached' : 'insight.audience-gaps', given);
}

/** The coverage by audience in a sentence. */
export function audiencesEssence(
  { audiences, rows }: AudienceCoverage,
  period: InsightQuery['period'],
  view: View,
): string {
  const { t } = view;
  const columns = audiences.map(({ name }) => name !== undefined);
  const cells = rows
    .filter(({ term }) => term.name)
    .flatMap((row) => row.cells.filter((_, index) => columns[index]));
  const { names, gaps } = gapNames(rows, view);
  return t('insight.pair-gaps', {
    period: periodText(period, view),
    pairs: cells.length,
    filled: cells.filter(({ count }) => !isGap(count)).length,
    worst: gaps > 0 ? t('insight.worst', { names }) : '',
  }).trim();
}

/** How much there is in all, how to read it, and the months from `from` as a table. */
export function coverageSections(coverage: Coverage, from: number, view: View): Section[] {
  const { t } = view;
  const { total, forEveryone } = coverage;
  const told = [
    t('insight.totals', { ...total }),
    ...(forEveryone > 0 ? [t('insight.for-everyone', { count: forEveryone })] : []),
    t('insight.how-to-read'),
  ];
  return [{ type: 'text', text: told.join(' ') }, monthsTable(coverage, from, view)];
}

function monthsTable(coverage: Coverage, from: number, view: View): Section {
  const { t, locale } = view;
  const { of, months, rows, all, total } = coverage;
  const shown = months.slice(from, from + MONTHS_A_TABLE);
  const month = (one = '') => formatMonth(one, locale);
  const row = (name: string, cells: CoverageRow['cells'], sum: Count) => [
    name,
    ...cells.slice(from, from + MONTHS_A_TABLE).map((count) => countText(count, view)),
    countText(sum, view),
  ];
  return {
    type: 'table',
    caption: t('insight.months-table', { from: month(shown[0]), until: month(shown.at(-1)) }),
    columns: [t(`insight.${of}`), ...shown.map(month), t('insight.total')],
    rows: [
      ...rows.map(({ term, cells, total: sum }) => row(termText(term, of, view), cells, sum)),
      row(t('insight.all'), all, total),
    ],
  };
}

/** For each form the audiences that something is planned for, and when. */
export function audienceSections({ quarters, audiences, rows }: AudienceCoverage, view: View): Section[] {
  const { t } = view;
  const lines = rows.map(({ term, cells, total }) => {
    const planned = cells.flatMap(({ count, quarters: perQuarter }, index) => {
      const audience = audiences[index];
      if (!audience || isGap(count)) return [];
      const when = quarters.flatMap((quarter, at) => {
        const inQuarter = perQuarter[at];
        return inQuarter && !isGap(inQuarter) ? [quarterText(quarter, inQuarter, view)] : [];
      });
      const name = audience.name?.[view.locale] ?? t('insight.no-audience');
      return [t('insight.pair', { audience: name, count: campaignsText(count), quarters: when.join(', ') })];
    });
    const without = cells.filter(({ count }, index) => audiences[index]?.name && isGap(count)).length;
    return [
      termText(term, 'form', view),
      countText(total, view),
      planned.length > 0 ? planned.join('; ') : t('insight.nobody'),
      `${without}`,
    ];
  });
  return [
    { type: 'text', text: t('insight.how-to-read') },
    {
      type: 'table',
      caption: t('insight.pairs-table'),
      columns: [t('insight.form'), t('insight.count'), t('insight.planned-for'), t('insight.nothing-for')],
      rows: lines,
    },
  ];
}
