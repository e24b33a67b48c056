import { formatPeriod, formatQuarter } from '../core/dates/format-date.ts';
import type { Doubt, DraftAction, PlanDraft } from '../domain/plan/draft-plan.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { Action, Confirm, Field, ListItem, Message, Section } from '../reply/reply.ts';
import { partyNames, planningText } from './action-line.ts';
import type { View } from './view.ts';

/** Rows on one page of a preview: what the smallest surface shows without cutting off. */
const PAGE = 15;
/** More keys than this in one line help nobody. */
const MOST_KEYS = 50;

/** One row of a preview, with the heading that it stands under. */
interface Entry {
  heading: Section;
  item: ListItem;
}

/**
 * What was read from a pasted plan, every row that is doubted, and how it follows the plan before. Long
 * previews page: `from` is the first row of this one.
 */
export function planPreview(
  draft: PlanDraft,
  version: number | undefined,
  from: number,
  view: View,
): Confirm {
  const { t } = view;
  const { plan } = draft;
  const args = { plan: plan.id, titel: plan.title, sleutel: plan.key };
  const entries = [...leftOut(draft, view), ...doubted(draft, view), ...links(draft, view)];
  const more = from + PAGE < entries.length;
  return {
    type: 'confirm',
    title: t('preview.plan-title', { title: plan.title }),
    draft: summary(draft, view),
    warnings: [...opening(draft, view), ...page(entries.slice(from, from + PAGE))],
    confirm: {
      label: t('do.save-plan'),
      command: 'actieplan-nieuw',
      args,
      ...(version === undefined ? {} : { version }),
      confirmed: true,
      style: 'primary',
    },
    alternatives: [
      ...(more
        ? [
            {
              label: t('do.more-doubts', { count: entries.length - from - PAGE }),
              command: 'actieplan-nieuw',
              args: { ...args, verder: String(from + PAGE) },
            },
          ]
        : []),
      { label: t('do.edit-text'), command: 'actieplan-nieuw', args, opensForm: true },
      discardButton(plan, t),
    ],
  };
}

/** The button that asks whether a draft may go. */
export function discardButton({ id, title, key }: Plan, t: View['t']): Action {
  const args = { plan: id, titel: title, sleutel: key, weg: 'ja' };
  return { label: t('do.discard-draft'), command: 'actieplan-nieuw', args, style: 'danger' };
}

/** Asks whether a draft may go, since its text goes with it. */
export function discardQuestion(plan: Plan, { t, locale }: View): Confirm {
  const button = discardButton(plan, t);
  const { plan: id, titel, sleutel } = button.args;
  return {
    type: 'confirm',
    title: t('preview.discard-title', { title: plan.title }),
    draft: [
      { label: t('field.plan'), value: `${plan.title} (${plan.key})` },
      { label: t('field.periode'), value: formatPeriod({ start: plan.start, end: plan.end }, locale) },
    ],
    warnings: [{ type: 'text', text: t('preview.discard') }],
    confirm: { ...button, version: plan.version, confirmed: true },
    alternatives: [goOnButton({ plan: id, titel, sleutel } as Action['args'], t)],
  };
}

/** What a coordinator can do with a plan that is only a draft. */
export function draftMessage(plan: Plan, { t }: View): Message {
  const args = { plan: plan.id, titel: plan.title, sleutel: plan.key };
  const actions = [
    goOnButton(args, t),
    { label: t('do.edit-text'), command: 'actieplan-nieuw', args, opensForm: true },
    discardButton(plan, t),
  ];
  return {
    type: 'message',
    title: t('plan.draft-title', { title: plan.title }),
    audience: 'private',
    sections: [
      { type: 'text', text: t('preview.plan-waits') },
      { type: 'actions', actions },
    ],
  };
}

function goOnButton(args: Action['args'], t: View['t']): Action {
  return { label: t('do.go-on-draft'), command: 'actieplan-nieuw', args, style: 'primary' };
}

function summary({ plan, actions, goals }: PlanDraft, { t, locale }: View): Field[] {
  const counts = { themes: plan.themes.length, goals, actions: actions.length };
  return [
    { label: t('field.plan'), value: `${plan.title} (${plan.key})` },
    { label: t('field.periode'), value: formatPeriod({ start: plan.start, end: plan.end }, locale) },
    { label: t('preview.plan-read'), value: t('preview.plan-counts', counts) },
    { label: t('field.zichtbaar'), value: t(`visibility.${plan.draft?.visibility ?? 'partners'}`) },
  ];
}

/** What is told on every page: how much is doubted in all, and what follows what. */
function opening(draft: PlanDraft, { t }: View): Section[] {
  const { actions, skippedLines, earlier } = draft;
  const doubts = actions.filter((one) => one.doubts.length > 0).length;
  const texts = [
    t('preview.plan-waits'),
    ...(skippedLines > 0 ? [t('preview.plan-skipped', { count: skippedLines })] : []),
    ...(draft.underTheme > 0 ? [t('preview.plan-under-theme', { count: draft.underTheme })] : []),
    ...(doubts === 0 ? [t('preview.plan-no-doubt')] : []),
  ];
  const sections: Section[] = [{ type: 'text', text: texts.join(' ') }];
  if (!earlier) return sections;
  const keys = (relation: 'goes-on' | undefined): string =>
    keyList(actions.filter(({ match }) => match?.relation === relation));
  const follows = [
    t('preview.plan-goes-on', { keys: keys('goes-on') }),
    t('preview.plan-new', { keys: keys(undefined) }),
  ];
  sections.push({ type: 'heading', text: t('preview.plan-links', { title: earlier.title }) });
  sections.push({ type: 'text', text: follows.join('\n') });
  return sections;
}

function keyList(actions: readonly DraftAction[]): string {
  const keys = actions.map(({ action }) => action.key);
  const rest = keys.length - MOST_KEYS;
  const shown = keys.slice(0, MOST_KEYS).join(', ') || '-';
  return rest > 0 ? `${shown} … (+${rest})` : shown;
}

function page(entries: readonly Entry[]): Section[] {
  return [...Map.groupBy(entries, ({ heading }) => heading)].flatMap(([heading, own]): Section[] => [
    heading,
    { type: 'list', items: own.map(({ item }) => item) },
  ]);
}

function leftOut({ leftOut: rows }: PlanDraft, view: View): Entry[] {
  const { t } = view;
  const heading = warning(t('preview.plan-left-out', { count: rows.length }));
  return rows.map(({ line, text, doubts }) => ({
    heading,
    item: {
      title: t('preview.plan-line', { line, text: shorten(text) }),
      lines: [doubtText(doubts, view)],
    },
  }));
}

function doubted({ actions }: PlanDraft, view: View): Entry[] {
  const { t } = view;
  const rows = actions.filter(({ doubts }) => doubts.length > 0);
  const heading = warning(t('preview.plan-doubts', { count: rows.length }));
  return rows.map((row) => ({ heading, item: doubtedRow(row, view) }));
}

function warning(text: string): Section {
  return { type: 'notice', tone: 'warning', text };
}

function doubtedRow({ line, action, doubts }: DraftAction, view: View): ListItem {
  const leads = partyNames(action.leads, view) || view.t('plan.no-lead');
  return {
    title: view.t('preview.plan-line', { line, text: `${action.key} ${shorten(action.result)}` }),
    lines: [doubtText(doubts, view), `${planningText(action, view)}; ${leads}`],
  };
}

function doubtText(doubts: readonly Doubt[], { t, locale }: View): string {
  const told = ({ code, text = '' }: Doubt): string =>
    t(`doubt.${code}`, { text: code === 'outside-plan' ? formatQuarter(text, locale) : shorten(text) });
  return doubts.map(told).join('; ');
}

function links({ earlier, actions, withoutSuccessor }: PlanDraft, { t }: View): Entry[] {
  if (!earlier) return [];
  const changed: Section = { type: 'text', text: [{ text: t('preview.plan-changed'), strong: true }] };
  const dropped: Section = {
    type: 'text',
    text: [{ text: t('preview.plan-dropped', { count: withoutSuccessor.length }), strong: true }],
  };
  return [
    ...actions
      .filter(({ match }) => match?.relation === 'changed')
      .map(({ action, match }) => ({
        heading: changed,
        item: {
          title: `${action.key} ${shorten(action.result)}`,
          lines: [
            t('preview.plan-was', { key: match?.old.key ?? '', text: shorten(match?.old.result ?? '') }),
          ],
        },
      })),
    ...withoutSuccessor.map(({ key, result }) => ({
      heading: dropped,
      item: { title: `${key} ${shorten(result)}`, lines: [] },
    })),
  ];
}

function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
