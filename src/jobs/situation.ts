import { HOME_ZONE, todayAt } from '../core/clock.ts';
import { type GiveWay, neverGivingWay } from '../core/give-way.ts';
import { inTurns } from '../core/steps.ts';
import type { Outbox } from '../domain/delivery/outbox.ts';
import type { History } from '../domain/nudge/agenda.ts';
import { agendaOn } from '../domain/nudge/agenda-on.ts';
import type { NudgeStore } from '../domain/nudge/nudge-store.ts';
import { orProblem } from '../domain/nudge/problems.ts';
import type { NudgeRules } from '../domain/nudge/rule.ts';
import { readWorld, type World } from '../domain/nudge/world.ts';
import type { Store } from '../domain/ports.ts';
import { readHistory } from './read-history.ts';
import { countUndelivered, readUndelivered } from './undelivered.ts';

export interface SituationOptions {
  store: Store;
  nudges: NudgeStore;
  outbox: Outbox;
  rules: NudgeRules;
}

/** The world, and what was brought to people before about all that it asks of them. */
export interface Situation {
  world: World;
  history: History;
}

interface Kept {
  situation: Situation;
  /** Where its people are. */
  zones: readonly string[];
  /** What the world and the history depend on: while that is the same they are. */
  worldKey: string;
  historyKey: string;
}

/** What changes again and again while it is read is given as it was at the last reading. */
const MOST_TRIES = 3;

/**
 * Reads the situation at a moment, and gives way meanwhile. It is kept while the database does not change: the
 * planner looks every quarter of a minute, and every message is looked at again before it is sent. Who asks
 * while it is being read gets that reading, unless there was a change since.
 */
export function situationReader(
  options: SituationOptions,
  giveWay: GiveWay = neverGivingWay,
): (at: Temporal.Instant) => Promise<Situation> {
  let kept: Kept | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const lookAt = async (at: Temporal.Instant): Promise<Situation> => {
    for (let tries = 1; ; tries++) {
      const known = kept;
      kept = await readUnlessSame(options, giveWay, at, known);
      if (kept === known || tries === MOST_TRIES) return kept.situation;
    }
  };
  return (at) => {
    const mine = last.then(() => lookAt(at));
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** Gives `known` itself when nothing that it depends on has changed. */
async function readUnlessSame(
  { store, nudges, outbox, rules }: SituationOptions,
  giveWay: GiveWay,
  at: Temporal.Instant,
  known: Kept | undefined,
): Promise<Kept> {
  const around = `${await countUndelivered(outbox, at)} ${todayAt(at)}`;
  const isSame = known?.worldKey === `${await store.revision()} ${around}`;
  const world = isSame
    ? known.situation.world
    : await readWorld(store, at, await readUndelivered(outbox, at, giveWay), giveWay);
  const zones = isSame ? known.zones : zonesIn(world);
  const days = [...new Set(zones.map((zone) => at.toZonedDateTimeISO(zone).toPlainDate().toString()))].sort();
  const historyKey = [await nudges.version(), ...days].join(' ');
  if (isSame && known.historyKey === historyKey) return known;
  const history = await readHistory(nudges, { world, rules, days }, giveWay);
  await makeAgendas(world, rules, history, days, giveWay);
  const worldKey = `${world.revision} ${around}`;
  return { situation: { world, history }, zones, worldKey, historyKey };
}

/** What has the date of the partnership's zone is asked there as well. */
function zonesIn({ people }: World): string[] {
  return [...new Set([HOME_ZONE, ...people.values().map(({ zone }) => zone)])];
}

/** Makes beforehand what each person's part of a pass and each message would otherwise make in one go. */
async function makeAgendas(
  world: World,
  rules: NudgeRules,
  history: History,
  days: readonly string[],
  giveWay: GiveWay,
): Promise<void> {
  if (!world.sending?.startedAt || world.sending.pausedAt) return;
  for (const day of days) {
    const steps = orProblem(world, `agenda ${day}`, undefined, () => agendaOn(world, rules, history, day));
    await inTurns(steps, giveWay);
  }
}
