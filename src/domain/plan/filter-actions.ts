import { foldText } from '../../core/ids.ts';
import type { Id } from '../shared/record.ts';
import type { Action, ActionState, Plan } from './plan.ts';

/** What actions are looked for; whatever is absent does not matter. */
export interface ActionFilter {
  /** A number, or words of the title. */
  theme?: string | undefined;
  leads?: readonly Id<'organisation' | 'group'>[] | undefined;
  quarter?: string | undefined;
  state?: ActionState | undefined;
  /** Words that must all be in the action, in any order. */
  words?: readonly string[] | undefined;
}

/** The actions that fit, in their order. */
export function filterActions(actions: readonly Action[], plan: Plan, filter: ActionFilter): Action[] {
  const themes = filter.theme === undefined ? undefined : themesNamed(plan, filter.theme);
  const words = (filter.words ?? []).map(foldText);
  return actions.filter(
    (action) =>
      (!themes || themes.includes(action.theme)) &&
      (!filter.leads?.length || filter.leads.some((lead) => action.leads.includes(lead))) &&
      (!filter.quarter || plannedIn(action, filter.quarter)) &&
      (!filter.state || action.state === filter.state) &&
      words.every((word) => textOf(action).includes(word)),
  );
}

/** The numbers of the themes with this number, or with these words in their title. */
export function themesNamed({ themes }: Plan, typed: string): number[] {
  const number = /^(?:thema |theme )?(\d{1,2})\.?$/i.exec(typed.trim());
  if (number) return themes.filter(({ no }) => no === Number(number[1])).map(({ no }) => no);
  const words = foldText(typed).split(/\s+/).filter(Boolean);
  return themes
    .filter(({ title }) => words.every((word) => foldText(title).includes(word)))
    .map(({ no }) => no);
}

/** A newly expected quarter counts beside the planned ones, so that nothing is lost from sight. */
function plannedIn({ planning, expectedQuarter }: Action, quarter: string): boolean {
  return planning.quarters.includes(quarter) || expectedQuarter === quarter;
}

function textOf({ key, goal, result, leadsText, partnersText }: Action): string {
  return foldText([key, goal, result, leadsText, partnersText].join(' '));
}
