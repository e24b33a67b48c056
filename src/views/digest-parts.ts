import { formatDate } from '../core/dates/format-date.ts';
import type {
  Clash,
  DueAction,
  DueTask,
  Few,
  Joined,
  SignalNews,
  Unprepared,
} from '../domain/digest/digest.ts';
import type { Practice } from '../domain/practice/practice.ts';
import type { Action, ListItem, Section } from '../reply/reply.ts';
import { planningText, reportButton } from './action-line.ts';
import { showAction } from './campaign-line.ts';
import { whenText } from './campaign-when.ts';
import { evidenceMark } from './evidence.ts';
import { overlapLine } from './overlap-view.ts';
import { practiceTitle, sourcesLine } from './practice-line.ts';
import { sharedText } from './signal-line.ts';
import { nameList, type View } from './view.ts';

/** A heading with the first few of something, and how many more there are; nothing when there are none. */
export function part<T>(
  heading: string,
  { items, total }: Few<T>,
  { t }: Pick<View, 't'>,
  line: (one: T) => ListItem,
  more?: Omit<Action, 'label'>,
): Section[] {
  if (total === 0) return [];
  const left = total - items.length;
  const rest: ListItem = {
    title: t('digest.more', { count: left }),
    lines: [],
    ...(more ? { actions: [{ ...more, label: t('digest.show-all') }] } : {}),
  };
  return [
    { type: 'heading', text: heading },
    { type: 'list', items: [...items.map(line), ...(left > 0 ? [rest] : [])] },
  ];
}

/** A task of the reader, with the button that marks it as done. */
export function dueTaskLine({ task, campaign, due }: DueTask, view: View): ListItem {
  const { t } = view;
  const done: Action = {
    label: t('do.task-done'),
    command: 'taak',
    args: { doe: 'klaar', taak: task.id },
    version: task.version,
  };
  return {
    title: [{ text: task.title, strong: true }, { text: ` – ${campaign.title}` }],
    lines: [dueText(due, view)],
    actions: [done],
  };
}

/** An action that the reader's organisation leads, with the button to report on it. */
export function dueActionLine({ action, due }: DueAction, view: View): ListItem {
  const { t, today } = view;
  const parts = [planningText(action, view), t(`state.${action.state}`)];
  if (due < today.toString()) parts.push(t('digest.quarter-over'));
  return {
    title: [{ text: action.key, strong: true }, { text: ` ${action.result}` }],
    lines: [parts.join('; ')],
    actions: [reportButton(action, t)],
  };
}

/** A campaign of the reader, what it clashes with, and why. */
export function clashLine({ campaign, overlap }: Clash, view: View): ListItem {
  const { lines } = overlapLine(overlap, view);
  const compare: Action = {
    label: view.t('do.overlap'),
    command: 'overlap',
    args: { campagne: campaign.id },
  };
  return {
    title: [
      { text: campaign.title, strong: true },
      { text: ` ${view.t('digest.and')} ` },
      { text: overlap.campaign.title, strong: true },
    ],
    lines,
    actions: [compare],
  };
}

/** A campaign that comes soon and what it lacks, with the button to fill it in. */
export function unpreparedLine({ campaign, missing }: Unprepared, view: View): ListItem {
  const { t } = view;
  const names = missing.map((one) => t(`missing.${one}`)).join(', ');
  const edit: Action = {
    label: t('do.edit'),
    command: 'wijzig',
    args: { campagne: campaign.id },
    version: campaign.version,
    opensForm: true,
  };
  return {
    title: [{ text: campaign.title, strong: true }, { text: ` – ${whenText(campaign, view)}` }],
    lines: [t('digest.missing', { names })],
    actions: [edit],
  };
}

/** An organisation that joins. */
export function joinedLine({ campaign, participation }: Joined, view: View): ListItem {
  const organisation = view.name(participation.organisation) ?? view.t('digest.some-organisation');
  return {
    title: view.t('digest.joins', { organisation, title: campaign.title }),
    lines: [],
    actions: [showAction(campaign, view)],
  };
}

/** A signal with what is new about it: shared, seen by others too, or closed. */
export function signalNewsLine({ signal, isNew, confirmed, isClosed }: SignalNews, view: View): ListItem {
  const { t } = view;
  const names = nameList(view, confirmed);
  const news = [
    ...(isNew ? [sharedText(signal, view)] : []),
    ...(names === '' ? [] : [t('digest.signal-confirmed', { names })]),
    ...(isClosed ? [t('digest.signal-closed', { reason: signal.closedReason ?? '' })] : []),
  ];
  return {
    title: [{ text: signal.title, strong: true }],
    lines: [news.join('; ')],
    actions: [{ label: t('do.show'), command: 'toon', args: { wat: signal.id } }],
  };
}

/** A new practice with its evidence; a warning says so first. */
export function newPracticeLine(practice: Practice, view: View): ListItem {
  return {
    title: [{ text: practiceTitle(practice, view), strong: true }],
    lines: [evidenceMark(practice, view), sourcesLine(practice, view)],
    actions: [{ label: view.t('do.show'), command: 'toon', args: { wat: practice.id } }],
  };
}

function dueText(due: string, { t, locale, today }: View): string {
  const date = formatDate(due, locale, today);
  return t(due < today.toString() ? 'digest.was-due' : 'digest.due', { date });
}
