import { HOME_ZONE } from '../core/clock.ts';
import { daysBetween } from '../core/dates/day-number.ts';
import { formatDate, formatPeriod } from '../core/dates/format-date.ts';
import { nameOf } from '../domain/names.ts';
import type { NudgeFacts } from '../domain/nudge/facts.ts';
import type { NudgeRule, NudgeRules } from '../domain/nudge/rule.ts';
import type { Practice } from '../domain/practice/practice.ts';
import { isKind } from '../domain/records.ts';
import { kindOf } from '../domain/shared/record.ts';
import type { MessageKey, MessageParams } from '../i18n/translate.ts';
import type { ListItem } from '../reply/reply.ts';
import { whenText } from './campaign-when.ts';
import { nudgeButtons } from './nudge-buttons.ts';
import { nameList, type View } from './view.ts';

/** Longer results of actions are cut at a word: the card has the whole. */
const LONGEST = 140;

/** A nudge as one entry of a list: what it asks, what belongs to it, and its answers as buttons. */
export function nudgeLine(facts: NudgeFacts, rule: NudgeRule, view: View): ListItem {
  const [title = '', ...more] = nudgeText(facts, rule, view).split('\n');
  const lines = [
    ...more,
    ...knownLines(facts, view),
    ...quieterLines(facts, view),
    ...askedLines(facts, view),
  ];
  return { title, lines, actions: nudgeButtons(rule.buttons, facts, view) };
}

/** What a nudge asks, in one or two lines. */
export function nudgeText(facts: NudgeFacts, { text }: Pick<NudgeRule, 'text'>, view: View): string {
  // The rules are read with the texts beside them, so that every rule has one.
  return view.t(`nudge.${text}` as MessageKey, paramsOf(facts, view));
}

/** The rule of a nudge; undefined when the rules changed and it is there no more. */
export function ruleOf({ rules }: NudgeRules, { nudge }: Pick<NudgeFacts, 'nudge'>): NudgeRule | undefined {
  return rules.find(({ key }) => key === nudge.rule);
}

function paramsOf(facts: NudgeFacts, view: View): MessageParams {
  const { nudge, subject, campaign, other, overlap, missing } = facts;
  const { t, locale, today } = view;
  const days = daysBetween(today.toString(), nudge.due);
  const practice = isKind(subject, 'practice') ? subject : undefined;
  return {
    title: shortened(titleOf(facts, view)),
    kind: kindOf(nudge.subject),
    campaign: campaign?.title ?? '',
    when: campaign ? whenText(campaign, view) : '',
    date: formatDate(nudge.due, locale, today),
    days,
    soon: t('nudge.in-days', { days }),
    urgency: days <= 30 ? 'now' : days <= 90 ? 'soon' : 'later',
    missing: new Intl.ListFormat(locale, { type: 'conjunction' }).format(
      missing.map((one) => t(`missing.${one}`)),
    ),
    other: other?.title ?? '',
    days_shared: overlap ? formatPeriod({ start: overlap.first, end: overlap.last }, locale, today) : '',
    reason: campaign?.cancelledReason ?? practice?.decision?.reason ?? '',
    hasReason: practice?.decision?.reason ? 'yes' : 'no',
    decision: practice ? t(`practice.${practice.state}`) : '',
    organisation: 'organisation' in subject ? (view.name(subject.organisation as string) ?? '') : '',
  };
}

function titleOf({ subject, campaign }: NudgeFacts, { locale }: View): string {
  if (isKind(subject, 'participation')) return campaign?.title ?? '';
  return nameOf(subject, locale);
}

function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const cut = text.lastIndexOf(' ', LONGEST);
  return `${text.slice(0, cut > 60 ? cut : LONGEST)}…`;
}

/** What fits a campaign that is being prepared, what to beware of, and what an earlier one taught. */
function knownLines({ known }: NudgeFacts, view: View): string[] {
  if (!known) return [];
  const { t, locale } = view;
  const titles = (practices: readonly Practice[]): string =>
    practices.map(({ key, title }) => [key, title[locale]].filter(Boolean).join(' ')).join('; ');
  const [earlier] = known.earlier;
  const lesson = earlier?.evaluations.flatMap((one) => one.lessons)[0];
  return [
    ...(known.advice.length > 0 ? [t('nudge.fits', { practices: titles(known.advice) })] : []),
    ...(known.warnings.length > 0 ? [t('nudge.beware', { practices: titles(known.warnings) })] : []),
    ...(earlier && lesson
      ? [t('nudge.earlier', { campaign: earlier.campaign.title, lesson: shortened(lesson) })]
      : []),
  ];
}

function quieterLines({ quieter }: NudgeFacts, { t, locale, today }: View): string[] {
  if (quieter.length === 0) return [];
  const periods = quieter.map((period) => formatPeriod(period, locale, today));
  const weeks = new Intl.ListFormat(locale, { type: 'disjunction' }).format(periods);
  return [t('nudge.quieter', { weeks })];
}

function askedLines({ asked }: NudgeFacts, view: View): string[] {
  if (!asked) return [];
  const { t, locale, today } = view;
  const names = nameList(view, asked.people);
  const dates = asked.moments.map((at) => {
    const day = Temporal.Instant.from(at).toZonedDateTimeISO(HOME_ZONE).toPlainDate();
    return formatDate(day.toString(), locale, today);
  });
  const moments = new Intl.ListFormat(locale, { type: 'conjunction' }).format([...new Set(dates)]);
  return [
    t(asked.refused ? 'nudge.refused' : 'nudge.asked', { names: names || t('nudge.somebody'), moments }),
  ];
}
