import { formatDate, formatPeriod } from '../core/dates/format-date.ts';
import { isoWeekOf } from '../core/dates/iso-week.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import { type ComingWeeks, WEEKS } from '../domain/overview/coming-weeks.ts';
import type { ListItem, Section, Span, Text } from '../reply/reply.ts';
import { shortLine } from './campaign-short-line.ts';
import { phaseText } from './campaign-when.ts';
import type { View } from './view.ts';

/** After all weeks. */
const NO_WEEK = '9999-99-99';

/** The coming weeks as a list: a line for each campaign, under the week in which it begins or goes on. */
export function comingWeeksList({ range, coming }: ComingWeeks, view: View): Section[] {
  const { t } = view;
  if (coming.total === 0) return [];
  const weeks = Map.groupBy(coming.items, ({ period }) =>
    period ? isoWeekOf(Temporal.PlainDate.from(later(period.start, range.start))).start : NO_WEEK,
  );
  const inOrder = [...weeks].sort(([a], [b]) => (a < b ? -1 : 1));
  const left = coming.total - coming.items.length;
  const label = left > 0 ? t('overview.all-weeks', { count: coming.total }) : t('overview.calendar');
  const args = { periode: `${range.start}..${range.end}` };
  return [
    { type: 'heading', text: t('overview.weeks', { count: WEEKS }) },
    { type: 'list', items: inOrder.map(([monday, campaigns]) => weekItem(monday, campaigns, view)) },
    { type: 'actions', actions: [{ label, command: 'kalender', args }] },
  ];
}

function weekItem(monday: string, campaigns: readonly Campaign[], view: View): ListItem {
  const lines = campaigns.map((campaign) => lineOf(campaign, view));
  if (monday === NO_WEEK) return { title: view.t('calendar.no-date'), lines };
  const { week, start, end } = isoWeekOf(Temporal.PlainDate.from(monday));
  const days = formatPeriod({ start, end }, view.locale, view.today);
  return { title: view.t('overview.week', { week, days }), lines };
}

function lineOf(campaign: Campaign, view: View): Text {
  const line = shortLine(campaign, view) as readonly Span[];
  return campaign.progress === 'proposed' ? [...line, { text: ` – ${phaseText(campaign, view)}` }] : line;
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}

/** What the picture of the coming weeks shows, for who does not see it. */
export function pictureText(
  { count, first, last }: { count: number; first: Campaign | undefined; last: Campaign | undefined },
  { t, locale, today }: View,
): string {
  const parts = [t('overview.picture', { weeks: WEEKS, count })];
  const named = (key: 'overview.first' | 'overview.last', one: Campaign | undefined): void => {
    if (one?.period)
      parts.push(t(key, { title: one.title, date: formatDate(one.period.start, locale, today) }));
  };
  named('overview.first', first);
  if (last?.id !== first?.id) named('overview.last', last);
  return parts.join(' ');
}
