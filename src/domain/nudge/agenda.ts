import type { Id } from '../shared/record.ts';
import { allMatters } from './all-matters.ts';
import type { Matter } from './matter.ts';
import type { Line, Story } from './next-step.ts';
import { matterKey, type Nudge } from './nudge.ts';
import { presentOn } from './recipients.ts';
import type { NudgeRules } from './rule.ts';
import type { World } from './world.ts';

/** What there is for one person on a day, and how they come to hear of it. */
export interface AgendaItem {
  story: Story;
  line: Line;
}

/** Everything that could be brought on a day, by person. */
export type Agenda = ReadonlyMap<Id<'person'>, readonly AgendaItem[]>;

/** The nudges of before by what they are about, in order of time. */
export type History = ReadonlyMap<string, readonly Nudge[]>;

/** Sorts nudges by what they are about. */
export function historyOf(nudges: readonly Nudge[]): History {
  const sorted = nudges.toSorted((a, b) =>
    a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.id < b.id ? -1 : 1,
  );
  return Map.groupBy(sorted, matterKey);
}

/** Who hears of what on a day (ISO date), with the absent replaced by whoever receives for them. */
export function agendaFor(world: World, rules: NudgeRules, history: History, day: string): Agenda {
  const agenda = new Map<Id<'person'>, AgendaItem[]>();
  const add = (person: Id<'person'>, item: AgendaItem): void => {
    const items = agenda.get(person);
    if (items) items.push(item);
    else agenda.set(person, [item]);
  };
  for (const matter of mattersOn(world, rules, day)) {
    const story = { matter, past: history.get(keyOf(matter)) ?? [] };
    const told = new Set<string>();
    const tell = (people: readonly Id<'person'>[], line: Line): void => {
      for (const person of people) {
        if (!told.has(person)) add(person, { story, line });
        told.add(person);
      }
    };
    tell(presentOn(world, matter.first, day), 'first');
    // Only what somebody was asked about before can go to somebody else.
    if (story.past.length === 0) continue;
    tell(presentOn(world, matter.second, day), 'second');
    tell(
      world.coordinators.map(({ id }) => id),
      'coordinator',
    );
  }
  return agenda;
}

/** The key of a matter's nudges. */
export function keyOf({ rule, subject, due, other }: Matter): string {
  return matterKey({ rule: rule.key, subject, due, other });
}

const found = new WeakMap<World, Map<string, readonly Matter[]>>();

/** The matters of a day, found once for each world: most passes ask about the same morning. */
export function mattersOn(world: World, rules: NudgeRules, day: string): readonly Matter[] {
  const days = found.get(world) ?? new Map<string, readonly Matter[]>();
  found.set(world, days);
  let matters = days.get(day);
  if (!matters) {
    matters = allMatters(world, rules, day);
    days.set(day, matters);
  }
  return matters;
}
