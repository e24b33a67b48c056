import { formatMonth, formatPeriod } from '../core/dates/format-date.ts';
import type { Actor } from '../domain/access/actor.ts';
import { listedMonth } from '../domain/campaign/calendar-entry.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import { EVERYONE } from '../domain/campaign/overlap.ts';
import type { Action, Message, Section } from '../reply/reply.ts';
import { newCampaignAction } from './campaign-actions.ts';
import { campaignLine } from './campaign-line.ts';
import type { View } from './view.ts';

/** After all months. */
const NO_MONTH = '9999-99';

export interface CalendarPart {
  campaigns: readonly Campaign[];
  total: number;
  range: { start: string; end: string } | undefined;
  /** The names of what was filtered on. */
  filter: readonly string[];
  /** How many more there are that are for the general public, and so reach this audience too. */
  forEveryone: number;
  next: string | undefined;
}

/** A page of the calendar, under a heading for each month. `asked` is the question as arguments again. */
export function calendarMessage(
  { campaigns, total, range, filter, forEveryone, next }: CalendarPart,
  view: View,
  asked: Action['args'],
  actor: Actor,
  audience: Message['audience'],
): Message {
  const { t, locale, today } = view;
  const period = range ? formatPeriod(range, locale, today) : t('calendar.whole');
  const intro = [t('calendar.count', { count: total })];
  if (filter.length > 0) intro.push(t('calendar.filter', { filter: filter.join(', ') }));
  if (total === 0) intro.push(t('calendar.empty-hint'));
  return {
    type: 'message',
    title: t('calendar.title', { period }),
    audience,
    sections: [
      { type: 'text', text: intro.join(' ') },
      ...byMonth(campaigns, range?.start, view),
      { type: 'actions', actions: steps(asked, forEveryone, actor, view) },
    ],
    ...(next
      ? { next: { label: t('render.next-page'), command: 'kalender', args: { ...asked, verder: next } } }
      : {}),
  };
}

/** A link for one's own calendar takes the filter along, but not the period: it goes on by itself. */
function steps(asked: Action['args'], forEveryone: number, actor: Actor, view: View): Action[] {
  const { t } = view;
  const { periode: _periode, datum: _datum, materialen: _materialen, ...filter } = asked;
  const doelgroep = [asked.doelgroep ?? [], EVERYONE].flat();
  const wider: Action = {
    label: t('calendar.also-everyone', { count: forEveryone }),
    command: 'kalender',
    args: { ...asked, doelgroep },
  };
  return [
    ...(forEveryone > 0 ? [wider] : []),
    ...newCampaignAction(actor, asked, view),
    { label: t('do.subscribe'), command: 'abonneer', args: filter },
  ];
}

function byMonth(campaigns: readonly Campaign[], from: string | undefined, view: View): Section[] {
  const months = Map.groupBy(campaigns, (campaign) => listedMonth(campaign, from) ?? NO_MONTH);
  const inOrder = [...months].sort(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.flatMap(([month, entries]) => [
    {
      type: 'heading',
      text: month === NO_MONTH ? view.t('calendar.no-date') : capital(formatMonth(month, view.locale)),
    },
    { type: 'list', items: entries.map((entry) => campaignLine(entry, view)) },
  ]);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
