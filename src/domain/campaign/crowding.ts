import { type IsoWeek, weeksBetween } from '../../core/dates/iso-week.ts';
import type { Scope } from '../access/visibility.ts';
import type { EntrySpan, Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';

/** How busy a week is. `alike` counts the entries that share an audience or a form with what was asked. */
export interface BusyWeek extends IsoWeek {
  campaigns: number;
  inhaakmomenten: number;
  alike: number;
  ids: Id<'campaign'>[];
}

export interface CrowdQuestion {
  from: string;
  until: string;
  audiences: readonly Id<'audience'>[];
  forms: readonly Id<'form'>[];
  /** The campaign that is being placed does not crowd itself. */
  except?: Id<'campaign'> | undefined;
}

/** The ISO weeks that a period touches, each with how crowded it is; inhaakmomenten are counted. */
export async function busyWeeks(store: Store, scope: Scope, question: CrowdQuestion): Promise<BusyWeek[]> {
  const weeks = weeksBetween(question.from, question.until);
  const from = weeks[0]?.start ?? question.from;
  const until = weeks.at(-1)?.end ?? question.until;
  const range = { scope, from, until, progress: ['planned', 'proposed'] };
  const none = {
    audiences: [],
    forms: [],
    organisations: [],
    regions: [],
    series: [],
    topics: [],
    types: [],
  };
  const all = (await store.spans(range)).filter(({ id }) => id !== question.except);
  const alike = new Set<string>();
  if (question.audiences.length > 0)
    addIds(alike, await store.spans({ ...range, filter: { ...none, audiences: [...question.audiences] } }));
  if (question.forms.length > 0)
    addIds(alike, await store.spans({ ...range, filter: { ...none, forms: [...question.forms] } }));
  return weeks.map((week) => countWeek(week, all, alike));
}

function addIds(ids: Set<string>, spans: readonly EntrySpan[]): void {
  for (const { id } of spans) ids.add(id);
}

function countWeek(week: IsoWeek, all: readonly EntrySpan[], alike: ReadonlySet<string>): BusyWeek {
  const here = all.filter(({ first, last }) => first <= week.end && last >= week.start);
  return {
    ...week,
    campaigns: here.filter(({ type }) => type === 'campaign').length,
    inhaakmomenten: here.filter(({ type }) => type === 'inhaakmoment').length,
    alike: here.filter(({ id }) => alike.has(id)).length,
    ids: here.map(({ id }) => id),
  };
}

/** The quietest weeks first: fewest that are alike, then fewest of all, then the earliest. */
export function quietestFirst(weeks: readonly BusyWeek[]): BusyWeek[] {
  const total = (week: BusyWeek): number => week.campaigns + week.inhaakmomenten;
  return weeks.toSorted((a, b) => a.alike - b.alike || total(a) - total(b) || (a.start < b.start ? -1 : 1));
}
