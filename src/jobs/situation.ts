import { todayAt } from '../core/clock.ts';
import type { Outbox } from '../domain/delivery/outbox.ts';
import { type History, historyOf, keyOf, mattersOn } from '../domain/nudge/agenda.ts';
import type { NudgeStore } from '../domain/nudge/nudge-store.ts';
import type { NudgeRules } from '../domain/nudge/rule.ts';
import { readWorld, type Undelivered, type World } from '../domain/nudge/world.ts';
import type { Store } from '../domain/ports.ts';

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

/** A message that did not arrive longer ago than this is told no more. */
const UNDELIVERED_DAYS = 14;
const MOST_UNDELIVERED = 500;

/**
 * Reads the situation at a moment. It is kept while the database does not change: the planner looks every
 * quarter of a minute, and every message is looked at again before it is sent.
 */
export function situationReader(options: SituationOptions): (at: Temporal.Instant) => Promise<Situation> {
  const { store, nudges, outbox, rules } = options;
  let kept: { key: string; world: World } | undefined;
  let zones: { world: World; names: ReadonlySet<string> } | undefined;
  let told: { key: string; world: World; history: History } | undefined;

  const worldAt = async (at: Temporal.Instant): Promise<World> => {
    const since = at.subtract({ hours: 24 * UNDELIVERED_DAYS });
    const dead = await outbox.count({ states: ['dead', 'expired'], since });
    const key = `${await store.revision()} ${dead} ${todayAt(at)}`;
    if (kept?.key !== key)
      kept = { key, world: await readWorld(store, at, await undelivered(outbox, since)) };
    return kept.world;
  };

  return async (at) => {
    const world = await worldAt(at);
    if (zones?.world !== world)
      zones = { world, names: new Set([...world.people.values()].map(({ zone }) => zone)) };
    const days = [
      ...new Set([...zones.names].map((zone) => at.toZonedDateTimeISO(zone).toPlainDate().toString())),
    ];
    const key = [await nudges.version(), ...days.sort()].join(' ');
    if (told?.key !== key || told.world !== world) {
      const matters = new Set(days.flatMap((day) => mattersOn(world, rules, day).map(keyOf)));
      told = { key, world, history: historyOf(await nudges.about([...matters])) };
    }
    return { world, history: told.history };
  };
}

/** Whom the last message did not reach; told once a month, so the day is the first of that month. */
async function undelivered(outbox: Outbox, since: Temporal.Instant): Promise<Undelivered[]> {
  const dead = await outbox.list({ states: ['dead', 'expired'], since, limit: MOST_UNDELIVERED });
  const found = new Map<string, Undelivered>();
  for (const { recipient, createdAt } of dead) {
    if (found.has(recipient)) continue;
    const [last] = await outbox.list({ recipient, states: ['dead', 'expired', 'sent'], limit: 1 });
    // One that was never tried only came too late, because the program was down.
    if (last?.state === 'dead' || (last?.state === 'expired' && last.attempts > 0))
      found.set(recipient, { recipient, day: `${todayAt(createdAt).toString().slice(0, 7)}-01` });
  }
  return [...found.values()];
}
