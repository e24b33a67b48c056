import { todayAt } from '../../core/clock.ts';
import { mondayOf } from '../../core/dates/iso-week.ts';
import { settingsOfPerson, settingsOfSubscription } from '../courtesy/settings-of.ts';
import { type SlotSettings, slotsBetween } from '../courtesy/slots.ts';
import { historyOf } from './agenda.ts';
import type { Nudge } from './nudge.ts';
import type { HandledSlot, PlannedDelivery } from './nudge-store.ts';
import { planPass } from './plan-pass.ts';
import type { NudgeRules } from './rule.ts';
import type { World } from './world.ts';

/** A message that would be queued, and when. */
export interface TrialMessage extends PlannedDelivery {
  at: Temporal.Instant;
}

/**
 * What the bot would send in the coming weeks if it were started now and nobody answered: the same planner, on
 * the world as it is. Nothing is kept. A digest with nothing to say would be left out when its time comes.
 */
export function trialRun(
  world: World,
  rules: NudgeRules,
  now: Temporal.Instant,
  weeks: number,
): TrialMessage[] {
  const sending = { ...world.sending, startedAt: now.toString(), pausedAt: undefined } as World['sending'];
  const started: World = { ...world, sending, startedOn: todayAt(now).toString() };
  const slots = new Map<string, HandledSlot>();
  const nudges: Nudge[] = [];
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
