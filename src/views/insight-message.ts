import { INSIGHT_PARTS, type InsightPart, type InsightQuery } from '../domain/insight/query.ts';
import type { Insight } from '../domain/insight/read-insight.ts';
import type { Action, ListItem, Message, Section } from '../reply/reply.ts';
import {
  audienceSections,
  audiencesEssence,
  coverageEssence,
  coverageSections,
  MONTHS_A_TABLE,
} from './insight-coverage.ts';
import {
  actionSections,
  actionsEssence,
  answerSections,
  answersEssence,
  campaignSections,
  campaignsEssence,
} from './insight-tables.ts';
import type { View } from './view.ts';

/** The Dutch word that is typed for each part. */
export const PART_WORDS = {
  coverage: 'dekking',
  audiences: 'doelgroepen',
  actions: 'acties',
  answers: 'antwoorden',
  campaigns: 'campagnes',
} as const satisfies Record<InsightPart, string>;

/** A part of the insight as it is shown; `args` ask for it again. */
export interface ShownInsight {
  insight: Insight;
  query: InsightQuery;
  args: Action['args'];
  /** What was filtered on, in words. */
  filter: readonly string[];
  /** Set when something was asked that this part does not look at. */
  ignored: boolean;
  picture: string | undefined;
  /** The first month of the table. */
  from: number;
}

/** The whole in a sentence; for a picture it is also what it says. */
export function essenceOf(insight: Insight, { period }: InsightQuery, view: View): string {
  switch (insight.part) {
    case 'coverage':
      return coverageEssence(insight.data, period, view);
    case 'audiences':
      return audiencesEssence(insight.data, period, view);
    case 'actions':
      return actionsEssence(insight.data, view);
    case 'answers':
      return answersEssence(insight.data, period, view);
    case 'campaigns':
      return campaignsEssence(insight.data, period, view);
  }
}

/** One part: its essence, its picture if it has one, its table, and the way to the file and the other parts. */
export function insightMessage(shown: ShownInsight, view: View): Message {
  const { t } = view;
  const { insight, query, args, filter, ignored, picture, from } = shown;
  const essence = essenceOf(insight, query, view);
  const told = [essence, ...(filter.length > 0 ? [t('insight.filter', { filter: filter.join(', ') })] : [])];
  const note = t('insight.not-filtered', { part: query.part });
  const label = t('render.next-page');
  return {
    type: 'message',
    title: t('insight.title', { part: t(`insight.${query.part}`) }),
    audience: 'private',
    sections: [
      ...(ignored ? [{ type: 'notice' as const, tone: 'info' as const, text: note }] : []),
      { type: 'text', text: told.join(' ') },
      ...pictureSection(picture, essence, view),
      ...tables(insight, from, view),
      { type: 'actions', actions: [csvAction(args, view), allParts(view)] },
    ],
    ...(insight.part === 'coverage' && insight.data.months.length > from + MONTHS_A_TABLE
      ? { next: { label, command: 'inzicht', args: { ...args, verder: `${from + MONTHS_A_TABLE}` } } }
      : {}),
    shareable: false,
  };
}

/** All parts in a sentence each, and the picture of the first. */
export function insightOverview(
  parts: readonly { insight: Insight; query: InsightQuery }[],
  argsOf: (part: InsightPart) => Action['args'],
  picture: string | undefined,
  view: View,
): Message {
  const { t } = view;
  const items = parts.map(({ insight, query }): ListItem => {
    const title = [{ text: t(`insight.${query.part}`), strong: true }];
    const show = { label: t('do.show'), command: 'inzicht', args: argsOf(query.part) };
    return { title, lines: essenceOf(insight, query, view).split('\n'), actions: [show] };
  });
  const [first] = parts;
  return {
    type: 'message',
    title: t('command.inzicht.title'),
    audience: 'private',
    sections: [
      ...(first ? pictureSection(picture, essenceOf(first.insight, first.query, view), view) : []),
      { type: 'list', items },
    ],
    shareable: false,
  };
}

/** The parts in the order in which they are shown. */
export const PARTS_SHOWN = INSIGHT_PARTS;

function pictureSection(url: string | undefined, essence: string, { t }: View): Section[] {
  return url === undefined ? [] : [{ type: 'image', url, alt: `${essence} ${t('insight.see-table')}` }];
}

function tables(insight: Insight, from: number, view: View): Section[] {
  switch (insight.part) {
    case 'coverage':
      return coverageSections(insight.data, from, view);
    case 'audiences':
      return audienceSections(insight.data, view);
    case 'actions':
      return actionSections(insight.data, view);
    case 'answers':
      return answerSections(insight.data, view);
    case 'campaigns':
      return campaignSections(insight.data, view);
  }
}

function csvAction(args: Action['args'], { t }: View): Action {
  const { verder: _page, ...query } = args;
  return { label: t('do.as-csv'), command: 'inzicht', args: { ...query, opmaak: 'csv' } };
}

function allParts({ t }: View): Action {
  return { label: t('do.insight'), command: 'inzicht', args: {} };
}
