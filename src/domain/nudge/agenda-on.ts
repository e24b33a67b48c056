import type { Steps } from '../../core/steps.ts';
import { type Agenda, agendaSteps, type History } from './agenda.ts';
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
export function urgentIn(agenda: Agenda): Agenda {
  let found = urgent.get(agenda);
  if (!found) {
    const lists = [...agenda].map(
      ([person, items]) => [person, items.filter(({ story }) => story.matter.urgentBefore)] as const,
    );
    found = new Map(lists.filter(([, items]) => items.length > 0));
    urgent.set(agenda, found);
  }
  return found;
}
