import { HOME_ZONE } from '../../core/clock.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import { keyOf, mattersOn } from './agenda.ts';
import type { Matter } from './matter.ts';
import { matterKey, type Nudge } from './nudge.ts';
import type { NudgeStore } from './nudge-store.ts';
import type { NudgeRules } from './rule.ts';
import { readWorld, type World } from './world.ts';

/** Older ones are not shown any more: nobody answers what was asked so long ago. */
const DAYS = 120;

/** All that the world asks of people at a moment, by key; what was asked before `saidAt` is answered. */
export type Asked = ReadonlyMap<string, Pick<Matter, 'saidAt' | 'each'>>;

/** What a world that was read asks. */
export function askedBy(world: World, rules: NudgeRules, at: Temporal.Instant): Asked {
  // Each person is asked by the date where they are.
  const zones = new Set([HOME_ZONE, ...[...world.people.values()].map(({ zone }) => zone)]);
  const days = new Set([...zones].map((zone) => at.toZonedDateTimeISO(zone).toPlainDate().toString()));
  return new Map([...days].flatMap((day) => mattersOn(world, rules, day)).map((one) => [keyOf(one), one]));
}

/** What the world asks now. */
export async function askedNow(store: Store, rules: NudgeRules, at: Temporal.Instant): Promise<Asked> {
  return askedBy(await readWorld(store, at), rules, at);
}

/** What was brought to someone, is not answered and still holds: the newest of each matter, the newest first. */
export async function waitingFor(
  nudges: NudgeStore,
  asked: Asked,
  person: Id<'person'>,
  at: Temporal.Instant,
): Promise<Nudge[]> {
  const since = at.subtract({ hours: DAYS * 24 }).toString();
  const newest = new Map<string, Nudge>();
  for (const one of await nudges.waitingFor(person, since))
    if (!newest.has(matterKey(one))) newest.set(matterKey(one), one);
  return [...newest.values()].filter((nudge) => stillAsked(asked, nudge));
}

/** Whether the world still asks what a nudge asked. */
export function stillAsked(asked: Asked, nudge: Nudge): boolean {
  // Whether someone can be reached is not in the records, so that question is always good.
  if (nudge.rule === 'undelivered') return true;
  const matter = asked.get(matterKey(nudge));
  return matter !== undefined && !(nudge.sentAt && matter.saidAt && nudge.sentAt <= matter.saidAt);
}

/** All that was brought about the matters of these nudges, to whomever: for telling who was asked before. */
export async function pastOf(
  nudges: NudgeStore,
  list: readonly Nudge[],
): Promise<(nudge: Nudge) => readonly Nudge[]> {
  const past = Map.groupBy(await nudges.about(list.map(matterKey)), matterKey);
  return (nudge) => past.get(matterKey(nudge)) ?? [];
}
