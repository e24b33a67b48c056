import { atOnce, type Steps } from '../../core/steps.ts';
import type { Person } from '../person/person.ts';
import type { Id } from '../shared/record.ts';
import { allMatters } from './all-matters.ts';
import type { Matter } from './matter.ts';
import { isMuted } from './muted.ts';
import type { Line, Story } from './next-step.ts';
import { matterKey, type Nudge } from './nudge.ts';
import { presentOn } from './recipients.ts';
import type { NudgeRules } from './rule.ts';
import { sees, subjectsOf } from './sees.ts';
import { markOf } from './step.ts';
import type { World } from './world.ts';

/** What there is for one person on a day, and how they come to hear of it. */
export interface AgendaItem {
  story: Story;
  lines: readonly Line[];
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
  return atOnce(agendaSteps(world, rules, history, day));
}

/** The same, matter by matter. */
export function* agendaSteps(world: World, rules: NudgeRules, history: History, day: string): Steps<Agenda> {
  const agenda = new Map<Id<'person'>, AgendaItem[]>();
  const firsts = yield* firstsOn(world, rules, day);
  const add = (person: Id<'person'>, item: AgendaItem): void => {
    const items = agenda.get(person);
    if (items) items.push(item);
    else agenda.set(person, [item]);
  };
  for (const [matter, first] of firsts) {
    yield;
    const past = pastOf(matter, history);
    // Only what somebody was asked about before can go to somebody else.
    if (past.length === 0) {
      for (const person of first) add(person, { story: { matter, past, whose: first }, lines: ['first'] });
      continue;
    }
    const whose = [...new Set([...first, ...heirs(matter, past)])];
    const story = { matter, past, whose };
    const lines = new Map<Id<'person'>, Line[]>();
    const tell = (people: readonly Id<'person'>[], line: Line): void => {
      for (const person of people) lines.set(person, [...(lines.get(person) ?? []), line]);
    };
    tell(whose, 'first');
    tell(secondsOn(world, matter, day), 'second');
    tell(
      world.coordinators.map(({ id }) => id),
      'coordinator',
    );
    for (const [person, own] of lines) add(person, { story, lines: own });
  }
  return agenda;
}

/** What was brought of a matter before; what was said on another road counts as an answer. */
function pastOf(matter: Matter, history: History): Nudge[] {
  const { mark, saidAt } = matter;
  const past = (history.get(keyOf(matter)) ?? []).filter(({ step }) => markOf(step) === mark);
  if (saidAt === undefined) return past;
  return past.map((nudge) => {
    if (nudge.answer || nudge.sentAt === undefined || nudge.sentAt > saidAt) return nudge;
    return { ...nudge, answer: { word: 'on-schedule', by: nudge.recipient, at: saidAt } };
  });
}

/** Who stood behind it, and was given it: one of another lead, say. */
function heirs({ second }: Matter, past: readonly Nudge[]): Id<'person'>[] {
  return past.flatMap(({ answer }) => (answer?.to && second.includes(answer.to) ? answer.to : []));
}

/** Whose a matter is on a day: those who may see it, the absent replaced; without anybody the coordinators'. */
export function firstOn(world: World, matter: Matter, day: string): Id<'person'>[] {
  const seeing = seeingIn(world, matter, matter.first);
  const first = seeing.length > 0 ? seeing : world.coordinators.map(({ id }) => id);
  return presentOn(world, first, day, wantsOn(world, matter, day));
}

/** Who stands behind them on a day, in the same way. */
export function secondsOn(world: World, matter: Matter, day: string): Id<'person'>[] {
  return presentOn(world, seeingIn(world, matter, matter.second), day, wantsOn(world, matter, day));
}

function seeingIn(world: World, { subject }: Matter, people: readonly Id<'person'>[]): Id<'person'>[] {
  return people.filter((id) => {
    const person = world.people.get(id);
    return person !== undefined && sees(world, person, subject);
  });
}

function wantsOn(world: World, matter: Matter, day: string): (person: Person) => boolean {
  return (person) => !isMuted(person, matter, day) && sees(world, person, matter.subject);
}

const keys = new WeakMap<Matter, string>();

/** The key of a matter's nudges; each pass asks for all of them. */
export function keyOf(matter: Matter): string {
  let key = keys.get(matter);
  if (key === undefined) {
    const { rule, subject, due, other } = matter;
    key = matterKey({ rule: rule.key, subject, due, other });
    keys.set(matter, key);
  }
  return key;
}

const found = new WeakMap<World, Map<string, readonly Matter[]>>();

/** The matters of a day, found once for each world: most passes ask about the same morning. */
export function mattersOn(world: World, rules: NudgeRules, day: string): readonly Matter[] {
  return atOnce(matterSteps(world, rules, day));
}

/** The same, little by little. */
export function* matterSteps(world: World, rules: NudgeRules, day: string): Steps<readonly Matter[]> {
  const days = found.get(world) ?? new Map<string, readonly Matter[]>();
  found.set(world, days);
  let matters = days.get(day);
  if (!matters) {
    matters = yield* allMatters(world, rules, day);
    days.set(day, matters);
  }
  return matters;
}

type Firsts = ReadonlyMap<Matter, readonly Id<'person'>[]>;
const heard = new WeakMap<World, Map<string, Firsts>>();

/** Whose each matter of a day is, with the absent replaced: the same for each history, so found once. */
function* firstsOn(world: World, rules: NudgeRules, day: string): Steps<Firsts> {
  const days = heard.get(world) ?? new Map<string, Firsts>();
  heard.set(world, days);
  let firsts = days.get(day);
  if (!firsts) {
    yield* subjectsOf(world);
    const found = new Map<Matter, readonly Id<'person'>[]>();
    for (const matter of yield* matterSteps(world, rules, day)) {
      found.set(matter, firstOn(world, matter, day));
      yield;
    }
    firsts = found;
    days.set(day, firsts);
  }
  return firsts;
}
