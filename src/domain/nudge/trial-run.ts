import { todayAt } from '../../core/clock.ts';
import { mondayOf } from '../../core/dates/iso-week.ts';
import { settingsOfPerson, settingsOfSubscription } from '../courtesy/settings-of.ts';
import { type SlotSettings, slotsBetween } from '../courtesy/slots.ts';
import { historyOf, keyOf, mattersOn } from './agenda.ts';
import type { Nudge } from './nudge.ts';
import type { HandledSlot, PlannedDelivery } from './nudge-store.ts';
import { planPass } from './plan-pass.ts';
import type { NudgeRules } from './rule.ts';
import type { World } from './world.ts';

/** A message that would be queued, and when. */
export interface TrialMessage extends PlannedDelivery {
  at: Temporal.Instant;
}

/** What was brought already, once sending has begun. */
export interface Before {
  nudges: readonly Nudge[];
  slots: ReadonlyMap<string, HandledSlot>;
}

/**
 * What the bot would send in the coming weeks if nobody answered, started now unless it was before: the same
 * planner, on the world as it is. Nothing is kept. A digest with nothing to say would be left out when its time comes.
 */
export function trialRun(
  world: World,
  rules: NudgeRules,
  now: Temporal.Instant,
  weeks: number,
  before: Before = { nudges: [], slots: new Map() },
): TrialMessage[] {
  const startedAt = world.sending?.startedAt ?? now.toString();
  const sending = { ...world.sending, startedAt, pausedAt: undefined } as World['sending'];
  const started: World = { ...world, sending, startedOn: world.startedOn ?? todayAt(now).toString() };
  const slots = new Map(before.slots);
  const nudges = [...before.nudges];
  const messages: TrialMessage[] = [];
  for (const at of momentsOf(started, now, weeks)) {
    const plan = planPass({ world: started, rules, history: historyOf(nudges), slots, now: at });
    for (const slot of plan.slots) slots.set(slot.recipient, slot);
    for (const planned of plan.deliveries) {
      messages.push({ ...planned, at });
      nudges.push(
        ...planned.nudges.map((one) => ({ ...one, state: 'sent' as const, sentAt: at.toString() })),
      );
    }
  }
  return messages;
}

/** What a trial run must know of the past: the keys of all that may be asked in those weeks. */
export function trialMatters(
  world: World,
  rules: NudgeRules,
  now: Temporal.Instant,
  weeks: number,
): string[] {
  const days = new Set(momentsOf(world, now, weeks).map((at) => todayAt(at).toString()));
  return [...new Set([...days].flatMap((day) => mattersOn(world, rules, day).map(keyOf)))];
}

/** Every morning of anyone in the coming weeks, in order. */
function momentsOf(world: World, now: Temporal.Instant, weeks: number): Temporal.Instant[] {
  const settings = new Map<string, SlotSettings>();
  const add = (one: SlotSettings): unknown => settings.set(JSON.stringify(one), one);
  for (const person of world.people.values()) add(settingsOfPerson(person));
  for (const one of world.subscriptions) add(settingsOfSubscription(one));
  const monday = mondayOf(todayAt(now));
  const until = now.add({ hours: 24 * 7 * weeks });
  const moments = [...settings.values()]
    .flatMap((one) => slotsBetween(monday, weeks + 1, one))
    .map(({ at }) => at.epochMilliseconds)
    .filter((at) => at > now.epochMilliseconds && at <= until.epochMilliseconds);
  return [...new Set(moments)].sort((a, b) => a - b).map((at) => Temporal.Instant.fromEpochMilliseconds(at));
}
