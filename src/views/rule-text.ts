import { dateWords } from '../core/dates/format-words.ts';
import type { DateRule } from '../domain/series/series.ts';
import type { View } from './view.ts';

/** A series' date rule in words: "elk jaar in week 41, 7 dagen lang". */
export function ruleText(rule: DateRule, view: View): string {
  const { t } = view;
  if (rule.type === 'announced-yearly') return t('rule.announced-yearly');
  if (rule.type === 'whole-month') return t('rule.whole-month', { month: monthName(rule.month, view) });
  let text = baseText(rule, view);
  if (rule.offset !== 0)
    text = t(rule.offset < 0 ? 'rule.before' : 'rule.after', { rule: text, days: Math.abs(rule.offset) });
  return rule.days > 1 ? t('rule.days', { rule: text, days: rule.days }) : text;
}

function baseText(rule: Exclude<DateRule, { type: 'announced-yearly' | 'whole-month' }>, view: View): string {
  const { t } = view;
  if (rule.type === 'iso-week') return t('rule.iso-week', { week: rule.week });
  const month = monthName(rule.month, view);
  if (rule.type === 'fixed-date') return t('rule.fixed-date', { date: `${rule.day} ${month}` });
  const weekday = weekdayName(rule.weekday, view);
  if (rule.type === 'weekday-in-week-of')
    return t('rule.weekday-in-week-of', { weekday, date: `${rule.day} ${month}` });
  if (rule.nth > 0) return t('rule.nth-weekday', { nth: rule.nth, weekday, month });
  if (rule.nth === -1) return t('rule.nth-weekday-last', { weekday, month });
  return t('rule.nth-weekday-from-end', { nth: -rule.nth, weekday, month });
}

/** A month's name, from its number. */
export function monthName(month: number, { locale }: View): string {
  return dateWords[locale].months[month - 1] ?? String(month);
}

function weekdayName(weekday: number, { locale }: View): string {
  // Any Monday does: only the name of the day is wanted.
  const day = Temporal.PlainDate.from('2024-01-01').add({ days: weekday - 1 });
  return day.toLocaleString(locale, { weekday: 'long' });
}
