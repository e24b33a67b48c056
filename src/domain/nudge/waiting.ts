import { HOME_ZONE } from '../../core/clock.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import { firstOn, keyOf, mattersOn, secondsOn } from './agenda.ts';
import type { Matter } from './matter.ts';
import { matterKey, type Nudge } from './nudge.ts';
import type { NudgeStore } from './nudge-store.ts';
import type { NudgeRules } from './rule.ts';
import { sees } from './sees.ts';
import { readWorld, type World } from './world.ts';
import { worldAround } from './world-around.ts';

/** Older ones are not shown any more: nobody answers what was asked so long ago. */
const DAYS = 120;

/** What a world asks of people at a moment: the matters by key, as they are where anyone is. */
export interface Asked {
  world: World;
  days: readonly string[];
  matters: ReadonlyMap<string, Matter>;
}

/** What a world that was read asks. */
export function askedBy(world: World, rules: NudgeRules, at: Temporal.Instant): Asked {
  // Each person is asked by the date where they are.
  const zones = new Set([HOME_ZONE, ...[...world.people.values()].map(({ zone }) => zone)]);
  const days = [...new Set([...zones].map((zone) => at.toZonedDateTimeISO(zone).toPlainDate().toString()))];
  const matters = new Map(
    days.flatMap((day) => mattersOn(world, rules, day)).map((one) => [keyOf(one), one]),
  );
  return { world, days, matters };
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
  const newest = new Map<string, Nudge>();
  for (const one of await nudges.waitingFor(person, sinceWhen(at)))
    if (!newest.has(matterKey(one))) newest.set(matterKey(one), one);
  // What everyone is told for themselves waits for no answer.
  return [...newest.values()].filter(
    (nudge) => stillAsked(asked, nudge) && !asked.matters.get(matterKey(nudge))?.each,
  );
}

/**
 * The same from the store, reading only what these reminders are about: what it takes grows with their number
 * and with the partnership, not with the calendar.
 */
export async function waitingNow(
  store: Store,
  { nudges, rules }: { nudges: NudgeStore; rules: NudgeRules },
  person: Id<'person'>,
  at: Temporal.Instant,
): Promise<Nudge[]> {
  const brought = await nudges.waitingFor(person, sinceWhen(at));
  if (brought.length === 0) return [];
  const about = brought.flatMap(({ subject, other }) => (other ? [subject, other] : [subject]));
  return waitingFor(nudges, askedBy(await worldAround(store, at, about), rules, at), person, at);
}

function sinceWhen(at: Temporal.Instant): string {
  return at.subtract({ hours: DAYS * 24 }).toString();
}

/** Whether the world still asks what a nudge asked, and of the one whom it was brought to. */
export function stillAsked(asked: Asked, nudge: Nudge): boolean {
  // Whether someone can be reached is not in the records, so that question is always good.
  if (nudge.rule === 'undelivered') return true;
  const matter = asked.matters.get(matterKey(nudge));
  if (!matter || (nudge.sentAt && matter.saidAt && nudge.sentAt <= matter.saidAt)) return false;
  return isConcerned(asked, matter, nudge.recipient);
}

/** Whoever's it is, stands in or behind on one of these days, or coordinates; not who only was asked once. */
function isConcerned({ world, days }: Asked, matter: Matter, id: Id<'person'>): boolean {
  const person = world.people.get(id);
  if (!person || !sees(world, person, matter.subject)) return false;
  if (person.role === 'coordinator' || [...matter.first, ...matter.second].includes(id)) return true;
  return days.some((day) => [...firstOn(world, matter, day), ...secondsOn(world, matter, day)].includes(id));
}

/** All that was brought about the matters of these nudges, to whomever: for telling who was asked before. */
export async function pastOf(
  nudges: NudgeStore,
  list: readonly Nudge[],
): Promise<(nudge: Nudge) => readonly Nudge[]> {
  const past = Map.groupBy(await nudges.about(list.map(matterKey)), matterKey);
  return (nudge) => past.get(matterKey(nudge)) ?? [];
}
