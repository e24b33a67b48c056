import { formatQuarter } from '../core/dates/format-date.ts';
import type { Action, Party } from '../domain/plan/plan.ts';
import type { Action as Button, ListItem } from '../reply/reply.ts';
import type { View } from './view.ts';

/** What the reader of an action may see and do beside its own text. */
export interface ActionRights {
  /** The state is for partners only: nobody is named as late where everyone reads. */
  showsState: boolean;
  mayReport: boolean;
}

/** A plan action as one entry of a list: key, result, planning, lead, state, and what can be done. */
export function actionLine(action: Action, view: View, rights: ActionRights): ListItem {
  const parts = [planningText(action, view), leadText(action, view)];
  if (rights.showsState) parts.push(view.t(`state.${action.state}`));
  return {
    title: [{ text: action.key, strong: true }, { text: ` ${action.result}` }],
    lines: [parts.join('; ')],
    actions: actionButtons(action, view, rights),
  };
}

/** The buttons of an action in a list. */
export function actionButtons(action: Action, { t }: View, { mayReport }: ActionRights): Button[] {
  const show: Button = { label: t('do.show'), command: 'toon', args: { wat: action.id } };
  return mayReport ? [show, reportButton(action, t)] : [show];
}

/** The button that opens the form for progress. */
export function reportButton(action: Action, t: View['t']): Button {
  const { id, version } = action;
  return { label: t('do.report'), command: 'voortgang', args: { actie: id }, version, opensForm: true };
}

/** When an action is planned, never surer than the plan is. */
export function planningText(action: Action, view: View): string {
  const { t, locale } = view;
  const planned = plannedText(action, view);
  if (!action.expectedQuarter) return planned;
  return `${planned}, ${t('plan.expected', { quarter: formatQuarter(action.expectedQuarter, locale) })}`;
}

function plannedText({ planning, planningText: text }: Action, { t, locale }: View): string {
  if (planning.kind === 'continuous') return t('plan.continuous');
  if (planning.kind === 'unclear') return text === '' ? t('plan.no-planning') : t('plan.unclear', { text });
  if (!planning.yearStated) return t('plan.year-missing', { text });
  const quarters = planning.quarters.map((quarter) => formatQuarter(quarter, locale));
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(quarters);
}

function leadText({ leads }: Action, view: View): string {
  const names = partyNames(leads, view);
  return names === '' ? view.t('plan.no-lead') : view.t('plan.lead', { names });
}

/** The names of leads or partners, and the words of those that nobody could be matched to. */
export function partyNames(parties: readonly Party[], { name, locale }: View): string {
  const names = parties.flatMap((party) => (typeof party === 'string' ? (name(party) ?? []) : party.text));
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}
