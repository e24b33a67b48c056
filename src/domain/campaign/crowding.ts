import { type IsoWeek, weeksBetween } from '../../core/dates/iso-week.ts';
import type { Scope } from '../access/visibility.ts';
import type { EntrySpan, Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import { alikeTo } from './overlap.ts';

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
  const found = await store.spans(range, alikeTo(question));
  const all = found.filter(({ id }) => id !== question.except);
  return weeks.map((week) => countWeek(week, all));
}

function countWeek(week: IsoWeek, all: readonly EntrySpan[]): BusyWeek {
  const here = all.filter(({ first, last }) => first <= week.end && last >= week.start);
  return {
    ...week,
    campaigns: here.filter(({ type }) => type === 'campaign').length,
    inhaakmomenten: here.filter(({ type }) => type === 'inhaakmoment').length,
    alike: here.filter(({ alike }) => alike).length,
    ids: here.map(({ id }) => id),
  };
}

/** The quietest weeks first: fewest that are alike, then fewest of all, then the nearest to `near`. */
export function quietestFirst(weeks: readonly BusyWeek[], near: string): BusyWeek[] {
  const total = (week: BusyWeek): number => week.campaigns + week.inhaakmomenten;
  const away = (week: BusyWeek): number => Math.abs(Temporal.PlainDate.from(near).until(week.start).days);
  return weeks.toSorted((a, b) => a.alike - b.alike || total(a) - total(b) || away(a) - away(b));
}

/** Some weeks on end, as busy as all of them together. */
export interface Run {
  start: string;
  alike: number;
  total: number;
}

/** Every run of `length` weeks on end, the quietest first, at equal quiet the nearest to `near`. */
export function quietestRuns(weeks: readonly BusyWeek[], length: number, near: string): Run[] {
  const runs = weeks.slice(0, weeks.length - length + 1).map((week, index) => {
    const run = weeks.slice(index, index + length);
    return {
      start: week.start,
      alike: run.reduce((sum, one) => sum + one.alike, 0),
      total: run.reduce((sum, one) => sum + one.campaigns + one.inhaakmomenten, 0),
    };
  });
  const away = ({ start }: Run): number => Math.abs(Temporal.PlainDate.from(near).until(start).days);
  return runs.sort((a, b) => a.alike - b.alike || a.total - b.total || away(a) - away(b));
}
