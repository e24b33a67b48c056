import { formatDate } from '../core/dates/format-date.ts';
import { isOpen } from '../domain/plan/draft-plan.ts';
import type { Action, Plan } from '../domain/plan/plan.ts';
import { isOver, lastDayOf } from '../domain/plan/plans.ts';
import type { Action as Button, Message, Section } from '../reply/reply.ts';
import { type ActionRights, actionLine } from './action-line.ts';
import type { View } from './view.ts';

export interface ActionPage {
  plan: Plan;
  /** All actions of the plan, for telling how many are open. */
  all: readonly Action[];
  page: readonly Action[];
  total: number;
  /** What was filtered on, in words. */
  filter: readonly string[];
  byQuarter: boolean;
  rightsOn: (action: Action) => ActionRights;
  showsState: boolean;
  /** Whether the reader may add plans and extend this one. */
  mayManage: boolean;
  /** The other plans; how many actions are open is undefined for who may not know. */
  others: readonly { plan: Plan; open: number | undefined }[];
}

/** A page of a plan's actions, under their themes and goals. `nextArgs` ask for the next page. */
export function actionListMessage(
  part: ActionPage,
  view: View,
  nextArgs: Button['args'] | undefined,
  audience: Message['audience'],
): Message {
  const { t } = view;
  const intro = [t('plan.count', { count: part.total })];
  if (part.filter.length > 0) intro.push(t('calendar.filter', { filter: part.filter.join(', ') }));
  if (part.byQuarter) intro.push(t('plan.quarter-note'));
  if (part.total === 0) intro.push(t('plan.empty-hint'));
  const buttons: Button[] = [];
  if (part.filter.length > 0)
    buttons.push({ label: t('do.all-actions'), command: 'actieplan', args: { plan: part.plan.id } });
  for (const { plan, open } of part.others)
    buttons.push({
      label:
        open === undefined
          ? t('do.other-plan', { title: plan.title })
          : t('do.other-plan-open', { title: plan.title, count: open }),
      command: 'actieplan',
      args: { plan: plan.id },
    });
  if (part.mayManage)
    buttons.push({ label: t('do.new-plan'), command: 'actieplan-nieuw', args: {}, opensForm: true });
  return {
    type: 'message',
    title: t('plan.title', { title: part.plan.title }),
    audience,
    sections: [
      ...overNotice(part, view),
      { type: 'text', text: intro.join(' ') },
      ...byTheme(part, view),
      ...(buttons.length > 0 ? [{ type: 'actions' as const, actions: buttons }] : []),
    ],
    ...(nextArgs ? { next: { label: t('render.next-page'), command: 'actieplan', args: nextArgs } } : {}),
  };
}

function overNotice({ plan, all, showsState, mayManage }: ActionPage, { t, locale, today }: View): Section[] {
  if (!isOver(plan, today)) return [];
  const date = formatDate(lastDayOf(plan), locale);
  const text = showsState
    ? t('plan.over', { date, count: all.filter(isOpen).length })
    : t('plan.over-public', { date });
  const extend: Button = {
    label: t('do.extend-plan'),
    command: 'actieplan-verleng',
    args: { plan: plan.id },
    version: plan.version,
    opensForm: true,
  };
  return [
    { type: 'notice', tone: 'info', text },
    ...(mayManage ? [{ type: 'actions' as const, actions: [extend] }] : []),
  ];
}

function byTheme({ plan, page, rightsOn }: ActionPage, view: View): Section[] {
  const themes = Map.groupBy(page, ({ theme }) => theme);
  return [...themes].flatMap(([no, actions]): Section[] => [
    { type: 'heading', text: themeText(plan, no) },
    ...[...Map.groupBy(actions, ({ goal }) => goal)].flatMap(([goal, own]): Section[] => [
      { type: 'text', text: [{ text: `${view.t('action.goal')}: ${goal}`, strong: true }] },
      { type: 'list', items: own.map((action) => actionLine(action, view, rightsOn(action))) },
    ]),
  ]);
}

/** "5. Weerbaarheid/preventie (bewustwording)". */
export function themeText({ themes }: Plan, no: number): string {
  const title = themes.find((one) => one.no === no)?.title;
  return title ? `${no}. ${title}` : String(no);
}
