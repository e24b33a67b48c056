import { formatPeriod, formatPeriodWithDays } from '../core/dates/format-date.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import { type BusyWeek, busiestFirst, isCrowded, momentsIn } from '../domain/campaign/crowding.ts';
import type { Overlap } from '../domain/campaign/overlap.ts';
import type { Id } from '../domain/shared/record.ts';
import type { Action, Confirm, Field, Section } from '../reply/reply.ts';
import { aboutFields, contentFields } from './campaign-details.ts';
import { clashText, overlapLine } from './overlap-view.ts';
import { nameList, type View } from './view.ts';
import { weekText } from './weeks-view.ts';

export interface PlacingView {
  /** The campaign as it will be saved. */
  campaign: Campaign & { period: NonNullable<Campaign['period']> };
  command: 'nieuw' | 'verzet';
  args: Action['args'];
  version: number | undefined;
  overlaps: readonly Overlap[];
  /** The weeks that it wants. */
  weeks: readonly BusyWeek[];
  quieter: readonly { start: string; end: string; perhaps: boolean }[];
}

/** At most so many are named in the preview; `overlap` shows them all. */
const NAMED = 6;
/** Of a long period only the busiest weeks are told one by one. */
const WEEKS_TOLD = 3;

/** The question before saving: the draft, what it runs into, and quieter weeks to choose instead. */
export function placingConfirm(given: PlacingView, view: View): Confirm {
  const { t, locale } = view;
  const button = (label: string, more: Partial<Action>): Action => ({
    label,
    command: given.command,
    args: given.args,
    ...(given.version === undefined ? {} : { version: given.version }),
    ...more,
  });
  const clashes = given.overlaps.some(({ clash, sure }) => clash && sure);
  const choices = given.quieter.map((week, index) =>
    button(t('do.choose-week', { week: formatPeriod(week, locale, view.today) }), {
      args: { ...given.args, periode: `${week.start}..${week.end}` },
      confirmed: true,
      // What is advised is the button that stands out.
      ...(clashes && index === 0 ? { style: 'primary' as const } : {}),
    }),
  );
  const isMove = given.command === 'verzet';
  return {
    type: 'confirm',
    title: t(isMove ? 'preview.title-move' : 'preview.title-new', { title: given.campaign.title }),
    draft: draftFields(given, view),
    warnings: warnings(given, view),
    confirm: button(t('do.save-anyway'), {
      confirmed: true,
      ...(clashes && choices.length > 0 ? {} : { style: 'primary' as const }),
    }),
    alternatives: [...choices, button(t('do.change-first'), { opensForm: true })],
  };
}

/** Of a new campaign everything that will be saved; of one that moves only the new days and whom it is for. */
function draftFields({ campaign, command }: PlacingView, view: View): Field[] {
  const { t, locale } = view;
  const when: Field = { label: t('card.when'), value: formatPeriodWithDays(campaign.period, locale) };
  if (command === 'nieuw') return [when, ...aboutFields(campaign, view), ...contentFields(campaign, view)];
  const audiences = nameList(view, campaign.audiences);
  const forms = nameList(view, campaign.forms);
  return [
    when,
    ...(audiences ? [{ label: t('card.audience'), value: audiences }] : []),
    ...(forms ? [{ label: t('card.forms'), value: forms }] : []),
  ];
}

function warnings(given: PlacingView, view: View): Section[] {
  const { overlaps } = given;
  const isOver = given.campaign.period.end < view.today.toString();
  const over: Section = { type: 'notice', tone: 'warning', text: view.t('preview.is-over') };
  const sections: Section[] = [...(isOver ? [over] : []), ...crowdSections(given.weeks, view)];
  if (overlaps.some(({ clash }) => clash))
    sections.push({ type: 'notice', tone: 'warning', text: clashText(overlaps, view) });
  if (overlaps.length > 0)
    sections.push({ type: 'list', items: overlaps.slice(0, NAMED).map((one) => overlapLine(one, view)) });
  const others = othersIn(given);
  if (others.sure.length > 0) sections.push(namedText('preview.others', others.sure, view));
  if (others.perhaps.length > 0) sections.push(namedText('preview.perhaps', others.perhaps, view));
  return [...sections, ...quieterSections(given.quieter, view)];
}

function quieterSections(quieter: PlacingView['quieter'], { t, locale, today }: View): Section[] {
  if (quieter.length === 0) return [];
  const weeks = quieter.map((week) => formatPeriod(week, locale, today)).join('; ');
  const texts = [t('preview.quieter', { count: quieter.length, weeks })];
  if (quieter.some(({ perhaps }) => perhaps)) texts.push(t('preview.quieter-perhaps'));
  return [{ type: 'text', text: texts.join(' ') }];
}

/** Plainly how crowded the wanted weeks are, with a warning when that is much. */
function crowdSections(weeks: readonly BusyWeek[], view: View): Section[] {
  const told = busiestFirst(weeks)
    .filter((week) => momentsIn(week) > 0)
    .slice(0, WEEKS_TOLD);
  if (told.length === 0) return [];
  const crowded = told.some(isCrowded);
  const texts = told.map((week) => weekText(week, view));
  return [
    {
      type: 'notice',
      tone: crowded ? 'warning' : 'info',
      text: [...(crowded ? [view.t('preview.crowded')] : []), ...texts].join(' '),
    },
  ];
}

/** What is in those weeks without overlapping: for whom it is nothing, but there it is. */
function othersIn({ overlaps, weeks }: PlacingView) {
  const named = new Set(overlaps.map(({ campaign }) => campaign.id));
  const others = (ids: Id<'campaign'>[]) => [...new Set(ids)].filter((id) => !named.has(id));
  return {
    sure: others(weeks.flatMap((week) => week.ids)),
    perhaps: others(weeks.flatMap((week) => week.perhaps)),
  };
}

function namedText(key: 'preview.others' | 'preview.perhaps', ids: readonly Id[], view: View): Section {
  const names = nameList(view, ids.slice(0, NAMED));
  return {
    type: 'text',
    text: view.t(key, { count: ids.length, names, more: Math.max(0, ids.length - NAMED) }),
  };
}
