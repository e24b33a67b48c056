import type { GiveWay } from '../core/give-way.ts';
import { inTurns, type Steps } from '../core/steps.ts';
import { type History, historyOf, keyOf, matterSteps } from '../domain/nudge/agenda.ts';
import type { Nudge } from '../domain/nudge/nudge.ts';
import type { NudgeStore } from '../domain/nudge/nudge-store.ts';
import type { NudgeRules } from '../domain/nudge/rule.ts';
import type { World } from '../domain/nudge/world.ts';

interface Asked {
  world: World;
  rules: NudgeRules;
  /** ISO dates. */
  days: readonly string[];
}

/** So many matters are asked about together; what was said of one is always read at once. */
const PORTION = 500;

/** Reads what was brought before about all that a world asks on some days, and gives way in between. */
export async function readHistory(nudges: NudgeStore, asked: Asked, giveWay: GiveWay): Promise<History> {
  const keys = await inTurns(keysOf(asked), giveWay);
  const history = new Map<string, readonly Nudge[]>();
  for (let start = 0; start < keys.length; start += PORTION) {
    await giveWay();
    const part = historyOf(await nudges.about(keys.slice(start, start + PORTION)));
    for (const [key, past] of part) history.set(key, past);
  }
  return history;
}

function* keysOf({ world, rules, days }: Asked): Steps<string[]> {
  const keys = new Set<string>();
  for (const day of days)
    for (const matter of yield* matterSteps(world, rules, day)) {
      keys.add(keyOf(matter));
      yield;
    }
  return [...keys];
}
