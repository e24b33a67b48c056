import { phaseOf } from '../domain/campaign/phase.ts';
import type { Looked } from '../domain/evaluation/history.ts';
import type { KnownBefore } from '../domain/evaluation/known-before.ts';
import type { Series } from '../domain/series/series.ts';
import type { Action, ListItem, Message, Section } from '../reply/reply.ts';
import { showAction } from './campaign-line.ts';
import { whenText } from './campaign-when.ts';
import { evaluationCount } from './evaluation-summary.ts';
import { knownSections } from './known-before.ts';
import type { View } from './view.ts';

export interface SeriesPage {
  series: Series;
  /** All editions, and the part of them on this page. */
  all: readonly Looked[];
  page: readonly Looked[];
  /** What helps with the next edition. */
  known: KnownBefore | undefined;
}

/** A series over the years: what each edition brought, and what the next one can take from it. */
export function seriesHistoryMessage(
  { series, all, page, known }: SeriesPage,
  next: Action | undefined,
  view: View,
): Message {
  const { t, today } = view;
  const over = all.filter(({ campaign }) => phaseOf(campaign, today) === 'finished');
  const evaluated = over.filter(({ evaluations }) => evaluations.length > 0);
  const said = evaluationCount(
    all.flatMap(({ evaluations }) => evaluations),
    view,
  );
  const sections: Section[] = [
    {
      type: 'text',
      text: [
        t('evaluation.series-count', { over: over.length, evaluated: evaluated.length }),
        ...(said ? [said] : []),
      ].join(' '),
    },
    ...(page.length > 0 ? [{ type: 'list' as const, items: page.map((one) => editionLine(one, view)) }] : []),
    ...(known ? knownSections({ ...known, earlier: [] }, view) : []),
    {
      type: 'actions',
      actions: [{ label: t('do.show'), command: 'toon', args: { wat: series.id } }],
    },
  ];
  return {
    type: 'message',
    title: t('evaluation.title', { title: series.name }),
    audience: 'private',
    sections,
    shareable: false,
    ...(next ? { next } : {}),
  };
}

/** An edition as one entry: when, what was said of it in a line each, and the way to the whole. */
export function editionLine({ campaign, evaluations }: Looked, view: View): ListItem {
  const { t, today } = view;
  const over = phaseOf(campaign, today) === 'finished';
  const said = evaluationCount(evaluations, view) ?? (over ? t('evaluation.none') : undefined);
  const lessons = evaluations.flatMap((one) => one.lessons);
  const measured = evaluations.flatMap((one) => one.measured ?? []);
  return {
    title: [{ text: campaign.title, strong: true }],
    lines: [
      whenText(campaign, view),
      ...(said ? [said] : []),
      ...measured.slice(0, 1).map((text) => t('evaluation.measured-line', { text: shortened(text) })),
      ...lessons.slice(0, 3).map((text) => t('evaluation.lesson-line', { text: shortened(text) })),
    ],
    actions: [
      over
        ? { label: t('do.look-back'), command: 'terugblik', args: { wat: campaign.id } }
        : showAction(campaign, view),
    ],
  };
}

const LONGEST = 200;

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, text.lastIndexOf(' ', LONGEST) || LONGEST)}…`;
}
