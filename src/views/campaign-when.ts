import {
  formatMonth,
  formatMonthBefore,
  formatMonths,
  formatPeriod,
  formatPeriodWithDays,
} from '../core/dates/format-date.ts';
import { monthRuns } from '../core/dates/month-runs.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import { phaseOf } from '../domain/campaign/phase.ts';
import type { View } from './view.ts';

/** When a campaign is, never surer than it is: "11 t/m 17 oktober 2027 (voorlopig)". */
export function whenText(campaign: Campaign, view: View): string {
  const { t, locale, today } = view;
  if (!campaign.period) return gapText(campaign, view);
  const days = formatPeriod(campaign.period, locale, today);
  if (campaign.dateState === 'confirmed') return days;
  return `${days} (${t(campaign.dateState === 'uncertain' ? 'calendar.uncertain' : 'calendar.provisional')})`;
}

/** The same with weekdays and how sure it is, for a card. */
export function longWhenText(campaign: Campaign, view: View): string {
  if (!campaign.period) return gapText(campaign, view);
  return `${formatPeriodWithDays(campaign.period, view.locale)} (${dateStateText(campaign, view)})`;
}

/** How sure the date is, in words. */
export function dateStateText({ dateState }: Campaign, { t }: View): string {
  if (dateState === 'confirmed') return t('calendar.confirmed');
  if (dateState === 'provisional') return t('calendar.provisional');
  return t(dateState === 'unknown' ? 'calendar.unknown' : 'calendar.uncertain');
}

function gapText({ dateState, expectedMonths }: Campaign, view: View): string {
  const uncertain = dateState === 'uncertain';
  if (expectedMonths.length === 0) return view.t(uncertain ? 'calendar.uncertain' : 'calendar.unknown');
  const months = monthsText(expectedMonths, view);
  return view.t(uncertain ? 'calendar.uncertain-in' : 'calendar.unknown-in', { months });
}

/** Three months on end or more are a stretch; any others are named one by one. */
function monthsText(months: readonly string[], { t, locale }: View): string {
  const [run = [], ...others] = monthRuns(months);
  const [first, last] = [run[0], run.at(-1)];
  if (others.length > 0 || run.length < 3 || !first || !last)
    return t('calendar.in-months', { months: formatMonths(months.toSorted(), locale) });
  return t('calendar.between-months', {
    first: formatMonthBefore(first, last, locale),
    last: formatMonth(last, locale),
  });
}

/** Where it stands: proposal, planned, running, finished, cancelled with the reason. */
export function phaseText(campaign: Campaign, { t, today }: View): string {
  const phase = phaseOf(campaign, today);
  if (phase === 'cancelled' && campaign.cancelledReason)
    return t('calendar.cancelled-because', { reason: campaign.cancelledReason });
  return t(`calendar.${phase}`);
}
