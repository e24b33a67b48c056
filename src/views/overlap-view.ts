import { formatPeriod } from '../core/dates/format-date.ts';
import { calendarSpan } from '../domain/campaign/calendar-entry.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import type { BusyWeek } from '../domain/campaign/crowding.ts';
import { EVERYONE, type Overlap } from '../domain/campaign/overlap.ts';
import type { Action, ListItem, Message, Section } from '../reply/reply.ts';
import { showAction } from './campaign-line.ts';
import { whenText } from './campaign-when.ts';
import { nameList, type View } from './view.ts';
import { weeksTable } from './weeks-view.ts';

/** An overlap as one entry of a list: with what, on which days, and why. */
export function overlapLine(overlap: Overlap, view: View): ListItem {
  const { t, locale } = view;
  const days = formatPeriod({ start: overlap.first, end: overlap.last }, locale);
  const reasons = [overlap.sure ? t('overlap.days', { period: days }) : t('overlap.perhaps')];
  const audience = audienceReason(overlap, view);
  const forms = nameList(view, overlap.forms);
  const regions = nameList(view, overlap.regions);
  if (audience) reasons.push(audience);
  if (forms) reasons.push(t('overlap.same-form', { names: forms }));
  if (regions) reasons.push(t('overlap.same-region', { names: regions }));
  const isMoment = overlap.campaign.type === 'inhaakmoment';
  if (!overlap.clash) reasons.push(t(isMoment ? 'overlap.moment' : 'overlap.asked-is-moment'));
  return {
    title: [{ text: overlap.campaign.title, strong: true }, { text: ` ${whenText(overlap.campaign, view)}` }],
    lines: [reasons.join('; ')],
    actions: [showAction(overlap.campaign, view)],
  };
}

/** The audience that both name, or that one of them only reaches because it is for everyone. */
function audienceReason({ audiences, reached, campaign }: Overlap, view: View): string {
  const shared = nameList(view, audiences);
  if (shared) return view.t('overlap.same-audience', { names: shared });
  const everyone = view.name(EVERYONE);
  const names = nameList(view, reached);
  if (!everyone || !names) return '';
  return campaign.audiences.includes(EVERYONE)
    ? view.t('overlap.for-everyone', { everyone })
    : view.t('overlap.everyone-holds', { everyone, names });
}

/** How many clash, and how many only may because their date is not known. */
export function clashText(overlaps: readonly Overlap[], { t }: View): string {
  const clashes = overlaps.filter(({ clash }) => clash);
  const sure = clashes.filter((one) => one.sure).length;
  if (clashes.length === 0) {
    const certain = overlaps.filter((one) => one.sure).length;
    return t('overlap.no-clash', { sure: certain, perhaps: overlaps.length - certain });
  }
  const perhaps = clashes.length - sure;
  const parts = [
    t('overlap.clashes', { count: sure }),
    perhaps > 0 ? t('overlap.perhaps-count', { count: perhaps }) : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** The whole answer of `overlap`: reasons, both messages side by side, and how busy the weeks are. */
export function overlapMessage(
  campaign: Campaign,
  overlaps: readonly Overlap[],
  weeks: readonly BusyWeek[],
  view: View,
): Message {
  const { t } = view;
  const clashes = overlaps.filter(({ clash }) => clash);
  const sections: Section[] =
    overlaps.length === 0
      ? [{ type: 'notice', tone: 'success', text: t('overlap.none') }]
      : [
          { type: 'text', text: clashText(overlaps, view) },
          { type: 'list', items: overlaps.map((one) => overlapLine(one, view)) },
        ];
  if (clashes.length > 0) sections.push(messagesTable(campaign, clashes, view));
  sections.push(weeksTable(weeks, t('overlap.weeks'), view));
  const quiet: Action = { label: t('do.quiet-weeks'), command: 'rustige-weken', args: quietArgs(campaign) };
  sections.push({ type: 'actions', actions: [showAction(campaign, view), quiet] });
  return {
    type: 'message',
    title: t('overlap.title', { title: campaign.title }),
    audience: 'private',
    sections,
  };
}

function messagesTable(campaign: Campaign, clashes: readonly Overlap[], { t }: View): Section {
  const message = (one: Campaign): string => one.message ?? t('overlap.message-unknown');
  return {
    type: 'table',
    caption: t('overlap.messages'),
    columns: [t('field.campagne'), t('card.message')],
    rows: [
      [`${t('overlap.this')}: ${campaign.title}`, message(campaign)],
      ...clashes.slice(0, 10).map((one) => [one.campaign.title, message(one.campaign)]),
    ],
  };
}

function quietArgs(campaign: Campaign): Action['args'] {
  const { audiences, forms } = campaign;
  const span = calendarSpan(campaign);
  if (!span) return {};
  const from = Temporal.PlainDate.from(span.first).subtract({ weeks: 6 });
  const until = Temporal.PlainDate.from(span.last).add({ weeks: 6 });
  return {
    periode: `${from}..${until}`,
    ...(audiences.length > 0 ? { doelgroep: audiences } : {}),
    ...(forms.length > 0 ? { vorm: forms } : {}),
  };
}
