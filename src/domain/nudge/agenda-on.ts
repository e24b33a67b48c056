import type { Steps } from '../../core/steps.ts';
import type { Id } from '../shared/record.ts';
import { type Agenda, type AgendaItem, agendaSteps, type History } from './agenda.ts';
import type { NudgeRules } from './rule.ts';
import type { World } from './world.ts';

const agendas = new WeakMap<World, { history: History; days: Map<string, Agenda> }>();

/** The agenda of a day, made once for each world and history. */
export function* agendaOn(world: World, rules: NudgeRules, history: History, day: string): Steps<Agenda> {
  const known = keptFor(world, history).get(day);
  if (known) return known;
  const agenda = yield* agendaSteps(world, rules, history, day);
  keptFor(world, history).set(day, agenda);
  return agenda;
}

/** Of an older history nobody asks any more. */
function keptFor(world: World, history: History): Map<string, Agenda> {
  const known = agendas.get(world);
  if (known?.history === history) return known.days;
  const days = new Map<string, Agenda>();
  agendas.set(world, { history, days });
  return days;
}

const urgent = new WeakMap<Agenda, Agenda>();

/** The little of an agenda that may not be able to wait: each pass looks for it, with everyone who has had theirs. */
export function* urgentIn(agenda: Agenda): Steps<Agenda> {
  const known = urgent.get(agenda);
  if (known) return known;
  const found = new Map<Id<'person'>, readonly AgendaItem[]>();
  for (const [person, all] of agenda) {
    const items = all.filter(({ story }) => story.matter.urgentBefore);
    if (items.length > 0) found.set(person, items);
    yield;
  }
  urgent.set(agenda, found);
  return found;
}
