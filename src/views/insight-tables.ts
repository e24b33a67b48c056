import { formatQuarter } from '../core/dates/format-date.ts';
import type { PlanActions, StateCounts } from '../domain/insight/actions-by-state.ts';
import type { AnswerRow, Answers } from '../domain/insight/answers-per-organisation.ts';
import { ASKED, type CampaignCounts, type CampaignInsight } from '../domain/insight/campaigns-filled-in.ts';
import { LEAST_PEOPLE } from '../domain/insight/merge-small.ts';
import type { InsightQuery } from '../domain/insight/query.ts';
import { ANSWERS } from '../domain/nudge/nudge.ts';
import { actionState } from '../domain/plan/plan.ts';
import type { Section } from '../reply/reply.ts';
import { periodText } from './insight-words.ts';
import type { View } from './view.ts';

type Period = InsightQuery['period'];

/** The plans' actions in a sentence each. */
export function actionsEssence(plans: readonly PlanActions[], { t }: View): string {
  if (plans.length === 0) return t('insight.no-plan');
  const told = plans.map(({ plan, counts }) => t('insight.actions-told', { plan: plan.title, ...counts }));
  return told.join('\n');
}

/** For each plan its themes, with how many actions stand how. */
export function actionSections(plans: readonly PlanActions[], { t }: View): Section[] {
  const cells = (counts: StateCounts) => [
    ...actionState.options.map((state) => `${counts[state]}`),
    `${counts.overdue}`,
    `${counts.total}`,
  ];
  return plans.map(({ plan, themes, counts }) => ({
    type: 'table',
    caption: plan.title,
    columns: [
      t('insight.theme'),
      ...actionState.options.map((state) => t(`state.${state}`)),
      t('insight.overdue'),
      t('insight.total'),
    ],
    rows: [
      ...themes.map(({ no, title, counts: own }) => [`${no}. ${title}`, ...cells(own)]),
      [t('insight.all'), ...cells(counts)],
    ],
  }));
}

/** How much was asked and is open, all organisations together. */
export function answersEssence({ rows, tooFew }: Answers, period: Period, view: View): string {
  if (tooFew) return view.t('insight.too-few');
  const sum = (key: 'asked' | 'open') => rows.reduce((total, row) => total + row[key], 0);
  return view.t('insight.answers-told', {
    period: periodText(period, view),
    asked: sum('asked'),
    open: sum('open'),
  });
}

/** The answers of each organisation, with the rule that keeps people out of it. */
export function answerSections(answers: Answers, view: View): Section[] {
  const { t } = view;
  const rule: Section = { type: 'text', text: t('insight.answers-rule', { least: LEAST_PEOPLE }) };
  if (answers.rows.length === 0) return [rule];
  const rows = answers.rows.map((row) => [
    organisationText(row, answers, view),
    `${row.asked}`,
    `${row.answered}`,
    `${row.byOthers}`,
    `${row.open}`,
    row.medianDays === undefined ? '' : decimal(row.medianDays, view),
    ANSWERS.filter((word) => row.words[word] > 0)
      .map((word) => `${t(`insight.word.${word}`)} ${row.words[word]}`)
      .join(', '),
  ]);
  const columns = (
    ['organisation', 'asked', 'answered', 'by-others', 'open', 'median', 'words'] as const
  ).map((name) => t(`insight.${name}`));
  return [rule, { type: 'table', caption: t('insight.answers'), columns, rows }];
}

/** The name of a row's organisation, or how many are in it together. */
export function organisationText(
  { organisation }: AnswerRow,
  { merged }: Answers,
  { t, name }: View,
): string {
  if (organisation === undefined) return t('insight.others', { count: merged });
  return name(organisation) ?? organisation;
}

/** How many campaigns are complete and evaluated. */
export function campaignsEssence({ all }: CampaignInsight, period: Period, view: View): string {
  const { total, complete, ended, evaluated } = all;
  return view.t('insight.campaigns-told', {
    period: periodText(period, view),
    total,
    complete,
    ended,
    evaluated,
  });
}

/** The same by quarter and by lead. */
export function campaignSections({ all, quarters, leads }: CampaignInsight, view: View): Section[] {
  const { t, locale, name } = view;
  if (all.total === 0) return [];
  const table = (
    caption: string,
    first: string,
    rows: readonly { text: string; counts: CampaignCounts }[],
  ): Section => ({
    type: 'table',
    caption,
    columns: [
      first,
      ...(
        ['count', 'aim', 'behaviour', 'has-audience', 'measure', 'complete', 'ended', 'evaluated'] as const
      ).map((key) => t(`insight.${key}`)),
    ],
    rows: rows.map(({ text, counts }) => [text, ...campaignCells(counts)]),
  });
  return [
    table(t('insight.quarters-table'), t('insight.quarter'), [
      ...quarters.map(({ quarter, counts }) => ({
        text: quarter ? formatQuarter(quarter, locale) : t('insight.no-date'),
        counts,
      })),
      { text: t('insight.all'), counts: all },
    ]),
    table(
      t('insight.leads-table'),
      t('insight.lead'),
      leads.map(({ organisation, counts }) => ({
        text: (organisation && name(organisation)) ?? t('insight.no-lead'),
        counts,
      })),
    ),
    { type: 'text', text: t('insight.lead-note') },
  ];
}

function campaignCells({ total, has, complete, ended, evaluated }: CampaignCounts): string[] {
  return [total, ...ASKED.map((part) => has[part]), complete, ended, evaluated].map(String);
}

function decimal(days: number, { locale }: View): string {
  return days.toLocaleString(locale);
}
