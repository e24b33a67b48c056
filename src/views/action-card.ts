import { formatDate, formatInstant, formatQuarter } from '../core/dates/format-date.ts';
import type { Action, Plan, Report } from '../domain/plan/plan.ts';
import { isOver, lastDayOf } from '../domain/plan/plans.ts';
import type { Action as Button, Field, Message, Section } from '../reply/reply.ts';
import { type ActionRights, partyNames, planningText, reportButton } from './action-line.ts';
import { themeText } from './action-list.ts';
import { nameList, type View } from './view.ts';

export interface ActionSurroundings {
  plan: Plan | undefined;
  /** The newest first. */
  reports: readonly Report[];
  successors: readonly Action[];
  zone: string;
}

/** A plan action in full: its own words, how they were read, what came before and after, its history. */
export function actionCard(
  action: Action,
  around: ActionSurroundings,
  view: View,
  rights: ActionRights,
): Message {
  const { t, locale, today } = view;
  const { plan } = around;
  const sections: Section[] = [{ type: 'fields', fields: readFields(action, plan, view, rights) }];
  if (plan && isOver(plan, today))
    sections.push({
      type: 'notice',
      tone: 'info',
      text: t('action.plan-over', { date: formatDate(lastDayOf(plan), locale) }),
    });
  sections.push({ type: 'heading', text: t('action.verbatim') });
  sections.push({ type: 'fields', fields: verbatimFields(action, view) });
  const notes = action.notes.map((text): Field => ({ label: t('action.notes'), value: text }));
  if (notes.length > 0) sections.push({ type: 'fields', fields: notes });
  sections.push(...kin(action, around.successors, view));
  if (rights.showsState) sections.push(...historySections(around, view));
  const buttons: Button[] = rights.mayReport ? [{ ...reportButton(action, t), style: 'primary' }] : [];
  buttons.push({
    label: t('do.all-actions'),
    command: 'actieplan',
    args: { plan: action.plan, thema: String(action.theme) },
  });
  sections.push({ type: 'actions', actions: buttons });
  return { type: 'message', title: action.key, audience: 'private', sections };
}

function readFields(
  action: Action,
  plan: Plan | undefined,
  view: View,
  { showsState }: ActionRights,
): Field[] {
  const { t } = view;
  return [
    ...(plan ? [{ label: t('field.plan'), value: plan.title }] : []),
    ...(plan ? [{ label: t('action.theme'), value: themeText(plan, action.theme) }] : []),
    { label: t('action.result'), value: action.result },
    { label: t('action.planning'), value: planningText(action, view) },
    ...(showsState && action.contacts.length > 0
      ? [{ label: t('action.contacts'), value: nameList(view, action.contacts) }]
      : []),
    { label: t('action.leads'), value: partyNames(action.leads, view) || t('plan.no-lead') },
    { label: t('action.partners'), value: partyNames(action.partners, view) || t('action.no-partners') },
    ...(showsState ? [{ label: t('action.state'), value: t(`state.${action.state}`) }] : []),
  ];
}

function verbatimFields(action: Action, { t }: View): Field[] {
  const cells = [
    ['action.goal', action.goal],
    ['action.result', action.result],
    ['action.planning', action.planningText],
    ['action.leads', action.leadsText],
    ['action.partners', action.partnersText],
  ] as const;
  return cells.map(([label, text]) => ({ label: t(label), value: text || t('action.verbatim-none') }));
}

function kin(action: Action, successors: readonly Action[], view: View): Section[] {
  const { t, name } = view;
  const { predecessor } = action;
  const before = predecessor && name(predecessor.action);
  const items = [
    ...(predecessor && before
      ? [
          {
            title: `${t('action.predecessor')} (${t(`action.relation-${predecessor.relation}`)})`,
            lines: [before],
            actions: [{ label: t('do.show'), command: 'toon', args: { wat: predecessor.action } }],
          },
        ]
      : []),
    ...successors.map((one) => ({
      title: `${t('action.successors')} (${t(`action.relation-${one.predecessor?.relation ?? 'goes-on'}`)})`,
      lines: [`${one.key} ${one.result}`],
      actions: [{ label: t('do.show'), command: 'toon', args: { wat: one.id } }],
    })),
  ];
  return items.length > 0 ? [{ type: 'list', items }] : [];
}

function historySections({ reports, zone }: ActionSurroundings, view: View): Section[] {
  const { t, name, locale } = view;
  const heading: Section = { type: 'heading', text: t('action.history') };
  if (reports.length === 0) return [heading, { type: 'text', text: t('action.history-none') }];
  const items = reports.map((report) => {
    const when = formatInstant(Temporal.Instant.from(report.at), zone, locale);
    const expected =
      report.expectedQuarter &&
      t('plan.expected', { quarter: formatQuarter(report.expectedQuarter, locale) });
    return {
      title: [
        { text: t(`state.${report.state}`), strong: true },
        { text: ` · ${[name(report.organisation), when].filter(Boolean).join(', ')}` },
      ],
      lines: [report.text, expected].filter((line) => line !== undefined),
    };
  });
  return [heading, { type: 'list', items }];
}
