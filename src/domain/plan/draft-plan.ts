import { quarterBounds } from '../../core/dates/quarter.ts';
import { Refusal } from '../../core/errors.ts';
import { foldText } from '../../core/ids.ts';
import { type Match, matchPredecessors } from './match-predecessors.ts';
import type { PartyReader } from './parse-parties.ts';
import { parsePlanning } from './parse-planning.ts';
import { type Action, action, type Party, type Plan, plan } from './plan.ts';
import type { PlanRow, PlanText } from './read-plan/plan-text.ts';

/** What makes a row doubtful; `text` is the piece of it that is meant. */
export interface Doubt {
  code:
    | 'planning-unclear'
    | 'planning-missing'
    | 'year-missing'
    | 'outside-plan'
    | 'no-lead'
    | 'lead-unknown'
    | 'partner-unknown'
    | 'no-goal'
    | 'no-theme'
    | 'theme-above'
    | 'goal-above'
    | 'name-unknown'
    | 'uneven'
    | 'duplicate'
    | 'no-result'
    | 'too-long';
  text?: string;
}

export interface DraftAction {
  line: number;
  action: Action;
  doubts: Doubt[];
  match: Match | undefined;
}

/** A plan as it would be saved, with all that is doubted about it. */
export interface PlanDraft {
  plan: Plan;
  format: PlanText['format'];
  goals: number;
  actions: DraftAction[];
  /** Rows that cannot become actions. */
  leftOut: { line: number; text: string; doubts: Doubt[] }[];
  skippedLines: number;
  underTheme: number;
  earlier: Plan | undefined;
  /** Open actions of the earlier plan that nothing in this one follows. */
  withoutSuccessor: Action[];
}

/** A plan before its text is read; without an end it lasts until the end of its last quarter. */
export type PlanBase = Omit<Plan, 'end'> & { end?: string | undefined };

export interface EarlierPlan {
  plan: Plan;
  actions: readonly Action[];
}

const MAX_IN_THEME = 99;
const LONGEST = { goal: 5_000, result: 5_000, planning: 500, leads: 500, partners: 1_000 } as const;

/** Makes actions of the rows of a plan. Pure: who is known and what came before are given. */
export function draftPlan(
  base: PlanBase,
  read: PlanText,
  parties: PartyReader,
  earlier: EarlierPlan | undefined,
): PlanDraft {
  const themes = numberedThemes(base, read);
  const usable = read.rows.filter((row) => problemOf(row) === undefined);
  const keys = new Set<string>();
  const seen = new Set<string>();
  const firstYear = Number(base.start.slice(0, 4));
  const drafts = usable.map((row) => {
    const theme = themes[row.theme ?? themes.length - 1]?.no ?? 1;
    const key = keyFor(base.key, theme, row.key, keys);
    keys.add(key);
    const made = actionFrom(row, base, theme, key, firstYear, parties);
    const same = foldText(`${theme} ${row.goal} ${row.result}`);
    const doubts = [
      ...doubtsOf(row, made, base, themes),
      ...(seen.has(same) ? [{ code: 'duplicate' as const }] : []),
    ];
    seen.add(same);
    return { line: row.line, action: made, doubts };
  });
  const matches = matchPredecessors(
    drafts.map((one) => one.action),
    earlier?.actions ?? [],
  );
  const followed = new Set(matches.map((match) => match?.old.id));
  const actions = drafts.map((draft, index) => withPredecessor(draft, matches[index]));
  const used = new Set(actions.map(({ action: { theme } }) => theme));
  return {
    plan: plan.parse({
      ...base,
      end: base.end ?? lastDay(actions, base),
      themes: themes.filter(({ no }) => used.has(no)),
    }),
    format: read.format,
    goals: new Set(actions.map(({ action: { theme, goal } }) => `${theme} ${goal}`)).size,
    actions,
    leftOut: read.rows.flatMap((row) => {
      const problem = problemOf(row);
      return problem ? [{ line: row.line, text: row.result || row.goal, doubts: [problem] }] : [];
    }),
    skippedLines: read.skipped,
    underTheme: read.underTheme,
    earlier: earlier?.plan,
    withoutSuccessor: (earlier?.actions ?? []).filter((old) => isOpen(old) && !followed.has(old.id)),
  };
}

/** The key that the text itself gives, when it fits and is free; else the next number in the theme. */
function keyFor(plan: string, theme: number, given: string, used: ReadonlySet<string>): string {
  const key = (place: number): string => `${plan}-${theme}.${String(place).padStart(2, '0')}`;
  const [, ownTheme, ownPlace] = /^(?:[A-Z]{1,6}\d{2}-)?(\d{1,2})\.(\d{1,2})$/.exec(given) ?? [];
  const own = key(Number(ownPlace));
  if (Number(ownTheme) === theme && Number(ownPlace) > 0 && !used.has(own)) return own;
  let place = 1;
  while (used.has(key(place))) place++;
  if (theme > 99 || place > MAX_IN_THEME)
    throw new Refusal('plan-too-many', { count: place, max: MAX_IN_THEME }, 'tekst');
  return key(place);
}

/** Whether an action still has to be settled. */
export function isOpen({ state }: Action): boolean {
  return state !== 'done' && state !== 'dropped';
}

function actionFrom(
  row: PlanRow,
  base: PlanBase,
  theme: number,
  key: string,
  firstYear: number,
  parties: PartyReader,
): Action {
  return action.parse({
    id: `action/${key.toLowerCase()}`,
    plan: base.id,
    key,
    theme,
    goal: row.goal || '-',
    result: row.result,
    planningText: row.planning,
    planning: parsePlanning(row.planning, firstYear),
    leadsText: row.leads,
    leads: parties(row.leads),
    partnersText: row.partners,
    partners: parties(row.partners),
    sourceLine: row.line,
    visibility: base.draft?.visibility ?? base.visibility,
    owner: base.owner,
    origin: 'person',
  });
}

function withPredecessor(draft: Omit<DraftAction, 'match'>, match: Match | undefined): DraftAction {
  if (!match) return { ...draft, match };
  const predecessor = { action: match.old.id, relation: match.relation };
  return { ...draft, action: { ...draft.action, predecessor }, match };
}

/** Why a row cannot be an action at all. */
function problemOf(row: PlanRow): Doubt | undefined {
  if (row.result === '') return { code: 'no-result' };
  const long = Object.entries(LONGEST).find(
    ([name, most]) => row[name as keyof typeof LONGEST].length > most,
  );
  return long && { code: 'too-long', text: String(long[1]) };
}

function doubtsOf(row: PlanRow, made: Action, base: PlanBase, themes: Plan['themes']): Doubt[] {
  const doubts: Doubt[] = [];
  if (row.planning === '') doubts.push({ code: 'planning-missing' });
  else if (made.planning.kind === 'unclear') doubts.push({ code: 'planning-unclear', text: row.planning });
  else if (!made.planning.yearStated) doubts.push({ code: 'year-missing', text: row.planning });
  const outside = made.planning.quarters.find((one) => {
    const { start, end } = quarterBounds(one);
    return end < base.start || (base.end !== undefined && start > base.end);
  });
  if (outside) doubts.push({ code: 'outside-plan', text: outside });
  if (made.leads.length === 0) doubts.push({ code: 'no-lead' });
  for (const text of unknownIn(made.leads)) doubts.push({ code: 'lead-unknown', text });
  for (const text of unknownIn(made.partners)) doubts.push({ code: 'partner-unknown', text });
  if (row.goal === '') doubts.push({ code: 'no-goal' });
  if (row.theme === undefined) doubts.push({ code: 'no-theme' });
  if (row.fromAbove.includes('theme'))
    doubts.push({ code: 'theme-above', text: themes[row.theme ?? -1]?.title ?? '' });
  if (row.fromAbove.includes('goal')) doubts.push({ code: 'goal-above', text: row.goal });
  for (const text of row.unknown) doubts.push({ code: 'name-unknown', text });
  if (row.uneven) doubts.push({ code: 'uneven' });
  return doubts;
}

function unknownIn(parties: readonly Party[]): string[] {
  return parties.flatMap((party) => (typeof party === 'string' ? [] : [party.text]));
}

/** Themes with a number each: their own, or the next free one. The last is for rows without a theme. */
function numberedThemes(base: PlanBase, read: PlanText): Plan['themes'] {
  const taken = new Set(read.themes.map(({ no }) => no));
  const given = new Set<number>();
  let next = 1;
  const free = (): number => {
    while (taken.has(next)) next++;
    taken.add(next);
    return next;
  };
  const themes = read.themes.map(({ no, title, objective }) => {
    const number = no === undefined || given.has(no) ? free() : no;
    given.add(number);
    return {
      no: number,
      title: shorten(title || String(number), 200),
      ...(objective ? { objective: shorten(objective, 5_000) } : {}),
    };
  });
  return [...themes, { no: free(), title: base.title }];
}

function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** A plan lasts until the end of its last quarter, and at least its first year. */
function lastDay(actions: readonly { action: Action }[], base: PlanBase): string {
  const quarters = actions.flatMap(({ action: { planning } }) => planning.quarters);
  const last = quarters.toSorted().at(-1);
  const yearEnd = `${base.start.slice(0, 4)}-12-31`;
  const end = last ? quarterBounds(last).end : yearEnd;
  return end > yearEnd ? end : yearEnd;
}
