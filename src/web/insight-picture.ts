import type { Count } from '../domain/insight/coverage.ts';
import type { InsightQuery } from '../domain/insight/query.ts';
import type { Insight } from '../domain/insight/read-insight.ts';
import type { HeatCell, HeatMark } from '../render/insight/heat-cell.ts';
import type { HeatMap } from '../render/insight/heat-map.ts';
import { periodWords, quarterText } from '../views/insight-words.ts';
import type { View } from '../views/view.ts';

/** The picture of a part; undefined for a part that has none. `filter` is what else it is limited to, in words. */
export function heatMapOf(
  insight: Insight,
  { period }: InsightQuery,
  filter: readonly string[],
  view: View,
): HeatMap | undefined {
  const { t, locale } = view;
  const shared = {
    subtitle: [periodWords(period, view), ...filter].join(' · '),
    totalLabel: t('insight.total'),
  };
  if (insight.part === 'coverage') {
    const { of, months, rows } = insight.data;
    return {
      ...shared,
      title: t('insight.coverage'),
      columns: months.map((month) => monthColumn(month, view)),
      onTheirSide: false,
      rows: rows.map(({ term, cells, total }) => ({
        label: term.name?.[locale] ?? t(of === 'form' ? 'insight.no-form' : 'insight.no-audience'),
        isPart: term.isPart,
        cells: cells.map((count) => cellOf(count)),
        total: cellOf(total),
      })),
      marks: undefined,
    };
  }
  if (insight.part !== 'audiences') return undefined;
  const { quarters, audiences, rows } = insight.data;
  return {
    ...shared,
    title: t('insight.audiences'),
    columns: audiences.map(({ name }) => ({ label: name?.[locale] ?? t('insight.no-audience') })),
    onTheirSide: true,
    rows: rows.map(({ term, cells, total }) => ({
      label: term.name?.[locale] ?? t('insight.no-form'),
      isPart: term.isPart,
      // An outside moment would hide the number in so small a cell; it stands in the total.
      cells: cells.map(({ count, quarters: each }) => cellOf({ ...count, moments: 0 }, each.map(markOf))),
      total: cellOf(total),
    })),
    marks: t('insight.key-quarters', {
      quarters: quarters.map((quarter) => quarterText(quarter, undefined, view)).join(', '),
    }),
  };
}

function monthColumn(month: string, { locale }: View): HeatMap['columns'][number] {
  const name = Temporal.PlainDate.from(`${month}-01`).toLocaleString(locale, { month: 'short' });
  return { label: name.replace('.', ''), group: month.slice(0, 4) };
}

function cellOf(count: Count, marks: readonly HeatMark[] = []): HeatCell {
  return { ...count, marks };
}

function markOf({ sure, unsure }: Count): HeatMark {
  if (sure > 0) return 'sure';
  return unsure > 0 ? 'unsure' : 'none';
}
