import { formatPeriod } from '../core/dates/format-date.ts';
import { type BusyWeek, momentsIn } from '../domain/campaign/crowding.ts';
import type { Section } from '../reply/reply.ts';
import type { View } from './view.ts';

/** How busy weeks are, as a table. */
export function weeksTable(weeks: readonly BusyWeek[], caption: string, { t, locale }: View): Section {
  return {
    type: 'table',
    caption,
    columns: [
      t('weeks.week'),
      t('weeks.dates'),
      t('weeks.alike'),
      t('weeks.campaigns'),
      t('weeks.moments'),
      t('weeks.perhaps'),
    ],
    rows: weeks.map((week) => [
      String(week.week),
      formatPeriod(week, locale),
      String(week.alike),
      String(week.campaigns),
      String(week.inhaakmomenten),
      String(week.perhaps.length),
    ]),
  };
}

/** How busy one week is: "Week 41 heeft 4 momenten, waarvan 3 voor dezelfde doelgroep of vorm." */
export function weekText(week: BusyWeek, { t }: View): string {
  const { perhaps, alike } = week;
  return t('weeks.one', { week: week.week, count: momentsIn(week), alike, perhaps: perhaps.length });
}
