import { formatPeriod, formatPeriodWithDays } from '../core/dates/format-date.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import type { BusyWeek } from '../domain/campaign/crowding.ts';
import type { Overlap } from '../domain/campaign/overlap.ts';
import type { Period } from '../domain/shared/fields.ts';
import type { Action, Confirm, Field, ListItem, Message, Section } from '../reply/reply.ts';
import { showAction } from './campaign-line.ts';
import { whenText } from './campaign-when.ts';
import { nameList, type View } from './view.ts';

/** An overlap as one entry of a list: with what, on which days, and why. */
export function overlapLine(overlap: Overlap, view: View): ListItem {
  const { t, locale } = view;
  const days = formatPeriod({ start: overlap.first, end: overlap.last }, locale);
  const reasons = [overlap.sure ? t('overlap.days', { period: days }) : t('overlap.perhaps')];
  const audiences = nameList(view, overlap.audiences);
  const forms = nameList(view, overlap.forms);
  const regions = nameList(view, overlap.regions);
  if (audiences) reasons.push(t('overlap.same-audience', { names: audiences }));
  if (forms) reasons.push(t('overlap.same-form', { names: forms }));
  if (regions) reasons.push(t('overlap.same-region', { names: regions }));
  if (!overlap.clash) reasons.push(t('overlap.moment'));
  return {
    title: [{ text: overlap.campaign.title, strong: true }, { text: ` ${whenText(overlap.campaign, view)}` }],
    lines: [reasons.join('; ')],
    actions: [showAction(overlap.campaign, view)],
  };
}

export interface PlacingView {
  title: string;
  command: string;
  args: Action['args'];
  version: number | undefined;
  period: Period;
  overlaps: readonly Overlap[];
  crowd: readonly string[];
  quieter: readonly { start: string; end: string }[];
  placing: Pick<Campaign, 'audiences' | 'forms'>;
}

/** At most so many are named in the preview; `overlap` shows them all. */
const NAMED = 6;

/** The question before saving: the draft, what it runs into, and quieter weeks to choose instead. */
export function overlapConfirm(given: PlacingView, view: View): Confirm {
  const { t, locale } = view;
  const draft: Field[] = [{ label: t('card.when'), value: formatPeriodWithDays(given.period, locale) }];
  const audiences = nameList(view, given.placing.audiences);
  const forms = nameList(view, given.placing.forms);
  if (audiences) draft.push({ label: t('card.audience'), value: audiences });
  if (forms) draft.push({ label: t('card.forms'), value: forms });
  const button = (label: string, more: Partial<Action>): Action => ({
    label,
    command: given.command,
    args: given.args,
    ...(given.version === undefined ? {} : { version: given.version }),
    ...more,
  });
  const weeks = given.quieter.map((week) => formatPeriod(week, locale, view.today));
  const choices = given.quieter.map((week, index) =>
    button(t('do.choose-week', { week: weeks[index] ?? '' }), {
      args: { ...given.args, periode: `${week.start}..${week.end}` },
      confirmed: true,
    }),
  );
  return {
    type: 'confirm',
    title: t(given.command === 'verzet' ? 'preview.title-move' : 'preview.title-new', { title: given.title }),
    draft,
    warnings: warnings(given, weeks, view),
    confirm: button(t('do.save-anyway'), { confirmed: true, style: 'primary' }),
    alternatives: [...choices, button(t('do.change-first'), { opensForm: true })],
  };
}

function warnings(given: PlacingView, weeks: readonly string[], view: View): Section[] {
  const { t } = view;
  const sections: Section[] = [];
  if (given.overlaps.some(({ clash }) => clash))
    sections.push({ type: 'notice', tone: 'warning', text: clashText(given.overlaps, view) });
  if (given.overlaps.length > 0)
    sections.push({
      type: 'list',
      items: given.overlaps.slice(0, NAMED).map((one) => overlapLine(one, view)),
    });
  if (given.crowd.length > 0) {
    const names = nameList(view, given.crowd.slice(0, NAMED));
    sections.push({ type: 'text', text: t('preview.crowded', { count: given.crowd.length, names }) });
  }
  if (weeks.length > 0)
    sections.push({
      type: 'text',
      text: t('preview.quieter', { count: weeks.length, weeks: weeks.join('; ') }),
    });
  return sections;
}

/** How many clash, and how many only may because their date is not known. */
function clashText(overlaps: readonly Overlap[], { t }: View): string {
  const clashes = overlaps.filter(({ clash }) => clash);
  const sure = clashes.filter((one) => one.sure).length;
  const perhaps = clashes.length - sure;
  const parts = [
    t('overlap.clashes', { count: sure }),
    perhaps > 0 ? t('overlap.perhaps-count', { count: perhaps }) : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** How busy weeks are, as a table. */
export function weeksTable(weeks: readonly BusyWeek[], caption: string, { t, locale }: View): Section {
  return {
    type: 'table',
    caption,
    columns: [t('weeks.week'), t('weeks.dates'), t('weeks.alike'), t('weeks.campaigns'), t('weeks.moments')],
    rows: weeks.map((week) => [
      String(week.week),
      formatPeriod(week, locale),
      String(week.alike),
      String(week.campaigns),
      String(week.inhaakmomenten),
    ]),
  };
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

function quietArgs({ period, audiences, forms }: Campaign): Action['args'] {
  if (!period) return {};
  const from = Temporal.PlainDate.from(period.start).subtract({ weeks: 6 });
  const until = Temporal.PlainDate.from(period.end).add({ weeks: 6 });
  return {
    periode: `${from}..${until}`,
    ...(audiences.length > 0 ? { doelgroep: audiences } : {}),
    ...(forms.length > 0 ? { vorm: forms } : {}),
  };
}
