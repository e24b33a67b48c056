import { type IsoWeek, weeksBetween } from '../../core/dates/iso-week.ts';
import type { Scope } from '../access/visibility.ts';
import type { EntrySpan, Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import { hasMonthBetween } from './calendar-entry.ts';
import { alikeTo } from './overlap.ts';

/** How busy a week is, by the entries that have dates; those that only may be there are counted apart. */
export interface BusyWeek extends IsoWeek {
  campaigns: number;
  inhaakmomenten: number;
  /** How many of those share an audience or a form with what was asked. */
  alike: number;
  ids: Id<'campaign'>[];
  /** What has no dates yet and may come in this week. */
  perhaps: Id<'campaign'>[];
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
  const around = all.filter(({ first, last }) => first <= week.end && last >= week.start);
  const here = around.filter(({ months }) => months === undefined);
  const perhaps = around.filter(({ months }) => months && hasMonthBetween(months, week.start, week.end));
  return {
    ...week,
    campaigns: here.filter(({ type }) => type === 'campaign').length,
    inhaakmomenten: here.filter(({ type }) => type === 'inhaakmoment').length,
    alike: here.filter(({ alike }) => alike).length,
    ids: here.map(({ id }) => id),
    perhaps: perhaps.map(({ id }) => id),
  };
}

/** All that is certainly in a week. */
export function momentsIn({ campaigns, inhaakmomenten }: BusyWeek): number {
  return campaigns + inhaakmomenten;
}

/** A week that a newcomer is warned of: two moments that are alike in it, or three of any kind. */
export function isCrowded(week: BusyWeek): boolean {
  return week.alike >= 2 || momentsIn(week) >= 3;
}

/** The quietest weeks first: fewest that are alike, then fewest of all, then the nearest to `near`. */
export function quietestFirst(weeks: readonly BusyWeek[], near: string): BusyWeek[] {
  const away = (week: BusyWeek): number => Math.abs(Temporal.PlainDate.from(near).until(week.start).days);
  return weeks.toSorted(
    (a, b) =>
      a.alike - b.alike ||
      momentsIn(a) - momentsIn(b) ||
      a.perhaps.length - b.perhaps.length ||
      away(a) - away(b),
  );
}

/** The busiest weeks first: most that are alike, then most of all. */
export function busiestFirst(weeks: readonly BusyWeek[]): BusyWeek[] {
  return weeks.toSorted((a, b) => b.alike - a.alike || momentsIn(b) - momentsIn(a));
}
