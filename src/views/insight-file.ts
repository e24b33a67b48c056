import type { PlanActions } from '../domain/insight/actions-by-state.ts';
import type { Answers } from '../domain/insight/answers-per-organisation.ts';
import { ASKED, type CampaignInsight } from '../domain/insight/campaigns-filled-in.ts';
import type { AudienceCoverage, Count, Coverage } from '../domain/insight/coverage.ts';
import type { InsightQuery } from '../domain/insight/query.ts';
import type { Insight } from '../domain/insight/read-insight.ts';
import { ANSWERS } from '../domain/nudge/nudge.ts';
import type { Party } from '../domain/plan/plan.ts';
import type { Action, Message } from '../reply/reply.ts';
import { PART_WORDS } from './insight-message.ts';
import { organisationText } from './insight-tables.ts';
import { quarterText } from './insight-words.ts';
import { nameList, type View } from './view.ts';

type Row = (string | number)[];

/** What a file of this part is called: "inzicht-dekking-2026-12-2027-11.csv". */
export function fileNameOf({ part, period }: InsightQuery): string {
  return `inzicht-${PART_WORDS[part]}-${period.start.slice(0, 7)}-${period.end.slice(0, 7)}.csv`;
}

/** The part as rows for a file, the names of the columns first. Numbers are numbers, days are ISO dates. */
export function fileRows(insight: Insight, view: View): Row[] {
  switch (insight.part) {
    case 'coverage':
      return coverageRows(insight.data, view);
    case 'audiences':
      return audienceRows(insight.data, view);
    case 'actions':
      return actionRows(insight.data, view);
    case 'answers':
      return answerRows(insight.data, view);
    case 'campaigns':
      return campaignRows(insight.data, view);
  }
}

function coverageRows({ of, months, rows, all, total }: Coverage, view: View): Row[] {
  const { t, locale } = view;
  const none = t(of === 'form' ? 'insight.no-form' : 'insight.no-audience');
  const together = t(of === 'form' ? 'insight.all-forms' : 'insight.all-audiences');
  return [
    [t(`insight.${of}`), ...headings(months, view)],
    ...rows.map((row) => [row.term.name?.[locale] ?? none, ...figures(row.cells, row.total)]),
    [together, ...figures(all, total)],
  ];
}

function audienceRows({ quarters, audiences, rows }: AudienceCoverage, view: View): Row[] {
  const { t, locale } = view;
  const columns = quarters.map((quarter) => quarterText(quarter, undefined, view));
  return [
    [t('insight.form'), t('insight.audience'), ...headings(columns, view)],
    ...rows.flatMap(({ term, cells }) =>
      cells.map(({ count, quarters: perQuarter }, index): Row => {
        const form = term.name?.[locale] ?? t('insight.no-form');
        const audience = audiences[index]?.name?.[locale] ?? t('insight.no-audience');
        return [form, audience, ...figures(perQuarter, count)];
      }),
    ),
  ];
}

function headings(columns: readonly string[], { t }: View): string[] {
  const pairs = [...columns, t('insight.total')].flatMap((column) => [
    t('insight.sure-in', { column }),
    t('insight.unsure-in', { column }),
  ]);
  return [...pairs, t('insight.moments')];
}

function figures(cells: readonly Count[], total: Count): number[] {
  return [...[...cells, total].flatMap(({ sure, unsure }) => [sure, unsure]), total.moments];
}

function actionRows(plans: readonly PlanActions[], view: View): Row[] {
  const { t } = view;
  const heading = (['plan', 'action', 'theme', 'state', 'due', 'overdue', 'lead'] as const).map((name) =>
    t(`insight.${name}`),
  );
  return [
    heading,
    ...plans.flatMap(({ plan, rows }) =>
      rows.map(
        ({ action, theme, due = '', overdue }): Row => [
          plan.title,
          `${action.key} ${action.result}`,
          `${action.theme}. ${theme}`,
          t(`state.${action.state}`),
          due,
          yesOrNo(overdue, view),
          action.leads.map((lead) => partyText(lead, view)).join(', '),
        ],
      ),
    ),
  ];
}

function answerRows(answers: Answers, view: View): Row[] {
  const { t } = view;
  return [
    [
      ...(['organisation', 'asked', 'answered', 'by-others', 'open', 'median'] as const).map((name) =>
        t(`insight.${name}`),
      ),
      ...ANSWERS.map((word) => t(`insight.word.${word}`)),
    ],
    ...answers.rows.map(
      (row): Row => [
        organisationText(row, answers, view),
        row.asked,
        row.answered,
        row.byOthers,
        row.open,
        // A decimal comma where that is the decimal sign: else a spreadsheet reads a day of the year.
        row.medianDays === undefined ? '' : row.medianDays.toLocaleString(view.locale),
        ...ANSWERS.map((word) => row.words[word]),
      ],
    ),
  ];
}

function campaignRows({ rows }: CampaignInsight, view: View): Row[] {
  const { t } = view;
  const heading = (
    [
      ...(['count', 'begin', 'end', 'date-sure', 'lead', 'aim', 'behaviour', 'has-audience'] as const),
      ...(['measure', 'ended', 'evaluations'] as const),
    ] as const
  ).map((name) => t(`insight.${name}`));
  return [
    heading,
    ...rows.map(
      ({ campaign, has, ended, evaluations }): Row => [
        campaign.title,
        campaign.period?.start ?? '',
        campaign.period?.end ?? '',
        yesOrNo(campaign.dateState === 'confirmed', view),
        nameList(
          view,
          campaign.leads.map(({ organisation }) => organisation),
        ),
        ...ASKED.map((part) => yesOrNo(has[part], view)),
        yesOrNo(ended, view),
        evaluations,
      ],
    ),
  ];
}

function partyText(party: Party, { name }: View): string {
  return typeof party === 'string' ? (name(party) ?? '') : party.text;
}

function yesOrNo(value: boolean, { t }: View): string {
  return t(value ? 'insight.yes' : 'insight.no');
}

/** So much of a file stands in a message; more is cut at a line and told. */
const MOST_SIGNS = 8_000;

export interface ShownFile {
  query: InsightQuery;
  text: string;
  /** Ask for the part again. */
  args: Action['args'];
  /** Where it can be fetched. */
  url: string | undefined;
}

/** The file as text to copy, with where it can be fetched whole. */
export function csvMessage({ query, text, args, url }: ShownFile, { t }: View): Message {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .slice(0, -1);
  const shown = firstLines(lines);
  const link = { text: t('insight.fetch', { file: fileNameOf(query) }), href: url ?? '' };
  const cut = t('insight.cut', { shown: shown.length, count: lines.length });
  return {
    type: 'message',
    title: t('insight.title', { part: t(`insight.${query.part}`) }),
    audience: 'private',
    sections: [
      { type: 'notice', tone: 'info', text: t('insight.copy') },
      ...(url ? [{ type: 'text' as const, text: [link, { text: t('insight.fetch-note') }] }] : []),
      ...(shown.length < lines.length
        ? [{ type: 'notice' as const, tone: 'warning' as const, text: cut }]
        : []),
      { type: 'text', text: shown.join('\n') },
      { type: 'actions', actions: [{ label: t('do.as-page'), command: 'inzicht', args }] },
    ],
    shareable: false,
  };
}

function firstLines(lines: readonly string[]): string[] {
  let room = MOST_SIGNS;
  return lines.filter((line) => {
    room -= line.length + 1;
    return room > 0;
  });
}
