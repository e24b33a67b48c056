import { formatPeriod } from '../core/dates/format-date.ts';
import type { Doubt, DraftAction, PlanDraft } from '../domain/plan/draft-plan.ts';
import type { Confirm, Field, ListItem, Section } from '../reply/reply.ts';
import { partyNames, planningText } from './action-line.ts';
import type { View } from './view.ts';

/** What was read from a pasted plan, every row that is doubted, and how it follows the plan before. */
export function planPreview(draft: PlanDraft, version: number | undefined, view: View): Confirm {
  const { t, locale } = view;
  const { plan, actions } = draft;
  const counts = { themes: plan.themes.length, goals: draft.goals, actions: actions.length };
  const args = { plan: plan.id, titel: plan.title, sleutel: plan.key };
  const fields: Field[] = [
    { label: t('field.plan'), value: `${plan.title} (${plan.key})` },
    { label: t('field.periode'), value: formatPeriod({ start: plan.start, end: plan.end }, locale) },
    { label: t('preview.plan-read'), value: t('preview.plan-counts', counts) },
    { label: t('field.zichtbaar'), value: t(`visibility.${plan.draft?.visibility ?? 'partners'}`) },
  ];
  return {
    type: 'confirm',
    title: t('preview.plan-title', { title: plan.title }),
    draft: fields,
    warnings: [
      ...skipped(draft, view),
      ...leftOut(draft, view),
      ...doubted(draft, view),
      ...links(draft, view),
    ],
    confirm: {
      label: t('do.save-plan'),
      command: 'actieplan-nieuw',
      args,
      ...(version === undefined ? {} : { version }),
      confirmed: true,
      style: 'primary',
    },
    alternatives: [{ label: t('do.edit-text'), command: 'actieplan-nieuw', args, opensForm: true }],
  };
}

function skipped({ skippedLines: count }: PlanDraft, { t }: View): Section[] {
  const texts = [
    t('preview.plan-nothing-saved'),
    ...(count > 0 ? [t('preview.plan-skipped', { count })] : []),
  ];
  return [{ type: 'text', text: texts.join(' ') }];
}

function leftOut({ leftOut: rows }: PlanDraft, view: View): Section[] {
  if (rows.length === 0) return [];
  const { t } = view;
  return [
    { type: 'notice', tone: 'warning', text: t('preview.plan-left-out', { count: rows.length }) },
    {
      type: 'list',
      items: rows.map(({ line, text, doubts }) => ({
        title: t('preview.plan-line', { line, text: shorten(text) }),
        lines: [doubtText(doubts, view)],
      })),
    },
  ];
}

function doubted({ actions }: PlanDraft, view: View): Section[] {
  const { t } = view;
  const rows = actions.filter(({ doubts }) => doubts.length > 0);
  if (rows.length === 0) return [{ type: 'text', text: t('preview.plan-no-doubt') }];
  return [
    { type: 'notice', tone: 'warning', text: t('preview.plan-doubts', { count: rows.length }) },
    { type: 'list', items: rows.map((row) => doubtedRow(row, view)) },
  ];
}

function doubtedRow({ line, action, doubts }: DraftAction, view: View): ListItem {
  const leads = partyNames(action.leads, view) || view.t('plan.no-lead');
  return {
    title: view.t('preview.plan-line', { line, text: `${action.key} ${shorten(action.result)}` }),
    lines: [doubtText(doubts, view), `${planningText(action, view)}; ${leads}`],
  };
}

function doubtText(doubts: readonly Doubt[], { t }: View): string {
  return doubts.map(({ code, text }) => t(`doubt.${code}`, { text: shorten(text ?? '') })).join('; ');
}

function links({ earlier, actions, withoutSuccessor }: PlanDraft, { t }: View): Section[] {
  if (!earlier) return [];
  const keys = (some: readonly DraftAction[]): string =>
    some.map(({ action }) => action.key).join(', ') || '-';
  const goesOn = actions.filter(({ match }) => match?.relation === 'goes-on');
  const changed = actions.filter(({ match }) => match?.relation === 'changed');
  const fresh = actions.filter(({ match }) => match === undefined);
  const summary = [
    t('preview.plan-goes-on', { keys: keys(goesOn) }),
    t('preview.plan-new', { keys: keys(fresh) }),
  ];
  return [
    { type: 'heading', text: t('preview.plan-links', { title: earlier.title }) },
    { type: 'text', text: summary.join('\n') },
    ...listed(
      t('preview.plan-changed'),
      changed.map(({ action, match }) => ({
        title: `${action.key} ${shorten(action.result)}`,
        lines: [t('preview.plan-was', { key: match?.old.key ?? '', text: shorten(match?.old.result ?? '') })],
      })),
    ),
    ...listed(
      t('preview.plan-dropped', { count: withoutSuccessor.length }),
      withoutSuccessor.map(({ key, result }) => ({ title: `${key} ${shorten(result)}`, lines: [] })),
    ),
  ];
}

function listed(intro: string, items: ListItem[]): Section[] {
  return items.length === 0
    ? []
    : [
        { type: 'text', text: [{ text: intro, strong: true }] },
        { type: 'list', items },
      ];
}

function shorten(text: string): string {
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}
