import { atOnce, type Steps } from '../../core/steps.ts';
import { settingsOfPerson, settingsOfSubscription } from '../courtesy/settings-of.ts';
import { type Slot, type SlotPlace, type SlotSettings, slotsAt } from '../courtesy/slots.ts';
import { isWorkingTime } from '../courtesy/working-time.ts';
import type { NewDelivery } from '../delivery/delivery.ts';
import { laneOf, roadOfSubscription, roadsOf } from '../delivery/road.ts';
import type { Person } from '../person/person.ts';
import type { Id } from '../shared/record.ts';
import type { Subscription } from '../subscription/subscription.ts';
import type { AgendaItem, History } from './agenda.ts';
import { agendaOn, urgentIn } from './agenda-on.ts';
import { bundleSteps, dueNudge } from './bundle.ts';
import { shortHash } from './nudge.ts';
import type { HandledSlot, HandledSlots, NudgePlan, PlannedDelivery } from './nudge-store.ts';
import { orProblem } from './problems.ts';
import { isAbsent } from './recipients.ts';
import type { NudgeRules } from './rule.ts';
import { wantsDigest } from './wants-digest.ts';
import type { World } from './world.ts';

/** All that a pass decides from. */
export interface PassInput {
  world: World;
  rules: NudgeRules;
  history: History;
  slots: HandledSlots;
  now: Temporal.Instant;
}

/**
 * What is due now and not there yet (DESIGN decision 6): one message for each person whose morning has come, one
 * for each channel whose digest has, and one for each change that cannot wait. Pure; nothing before the start.
 */
export function planPass(input: PassInput): NudgePlan {
  return together(atOnce(planSteps(input)));
}

/** The same, by recipient: whoever there is nothing to write for is left out. */
export function* planSteps(input: PassInput): Steps<NudgePlan[]> {
  const { world } = input;
  const startedAt = world.sending?.startedAt;
  if (!startedAt || world.sending?.pausedAt) return [];
  const start = Temporal.Instant.from(startedAt);
  const plans: NudgePlan[] = [];
  for (const person of world.people.values()) {
    const plan = yield* orProblem(world, person.id, undefined, () => planPerson(input, person, start));
    if (plan) plans.push(plan);
  }
  for (const one of world.subscriptions) {
    const plan = yield* orProblem(world, one.id, undefined, () => planChannel(input, one, start));
    if (plan) plans.push(plan);
  }
  return plans;
}

/** Plans of several recipients as one. */
export function together(plans: readonly NudgePlan[]): NudgePlan {
  return {
    slots: plans.flatMap(({ slots }) => slots),
    deliveries: plans.flatMap(({ deliveries }) => deliveries),
  };
}

/** Whether the slot of whom a plan is for is still what the plan was made with: nobody planned for them meanwhile. */
export function isAsBefore(
  { slots, deliveries }: NudgePlan,
  before: HandledSlots,
  now: HandledSlots,
): boolean {
  const recipient = slots[0]?.recipient ?? deliveries[0]?.delivery.recipient ?? '';
  const [old, current] = [before.get(recipient), now.get(recipient)];
  return old?.day === current?.day && old?.digestDay === current?.digestDay;
}

function* planPerson(
  input: PassInput,
  person: Person,
  start: Temporal.Instant,
): Steps<NudgePlan | undefined> {
  yield;
  const { world, rules, history, slots, now } = input;
  const { today, isWorking, place: placed } = standingAt(now, settingsOfPerson(person));
  if (!isWorking || isAbsent(person, today)) return undefined;
  const place = placed();
  const agenda = yield* agendaOn(world, rules, history, today);
  const handled = believable(slots.get(person.id), place);
  // What was missed waits for the morning when that is today's: there is one message a day.
  if (place.next.day !== today && isOpen(place.current, handled, start)) {
    const id = shortHash(['morning', person.id, place.current.day]);
    const digest =
      isOpen(place.digest, handled && { ...handled, day: handled.digestDay }, start) &&
      wantsDigest(world, person);
    const morning = { day: today, next: place.next.day };
    const due = yield* bundleSteps(agenda, person, morning, rules.most, { at: now.toString(), delivery: id });
    const slot = { recipient: person.id, day: place.current.day, digestDay: place.digest.day };
    if (!digest && due.length === 0) return { slots: [slot], deliveries: [] };
    const delivery: NewDelivery = {
      id,
      key: `morning ${person.id} ${place.current.day}`,
      kind: digest ? 'digest' : 'nudges',
      recipient: person.id,
      about: undefined,
      lane: laneOf(roadsOf(person)[0]),
      nextAt: now,
      // Not on the day of the next one, or there could be two on that day.
      expiresAt: Temporal.PlainDate.from(place.next.day).toZonedDateTime(person.zone).toInstant(),
    };
    return { slots: [slot], deliveries: [{ delivery, nudges: due.map(({ nudge }) => nudge) }] };
  }
  const items = (yield* urgentIn(agenda)).get(person.id) ?? [];
  const changes = urgentChanges(input, person, place, items, today);
  return changes.length === 0 ? undefined : { slots: [], deliveries: changes };
}

/** A move or cancellation of a campaign that begins before the person's next morning. */
function urgentChanges(
  { now }: PassInput,
  person: Person,
  { next }: SlotPlace,
  items: readonly AgendaItem[],
  today: string,
): PlannedDelivery[] {
  return items.flatMap((item) => {
    const { subject, urgentBefore, mark } = item.story.matter;
    // What begins on that very day begins at midnight, before the morning.
    if (!urgentBefore || urgentBefore > next.day) return [];
    const id = shortHash(['change', person.id, subject, mark ?? '']);
    const due = dueNudge(item, person, { day: today, next: next.day }, { at: now.toString(), delivery: id });
    if (!due) return [];
    const delivery: NewDelivery = {
      id,
      key: `change ${person.id} ${subject} ${mark}`,
      kind: 'change',
      recipient: person.id,
      about: subject as Id<'campaign'>,
      lane: laneOf(roadsOf(person)[0]),
      nextAt: now,
      expiresAt: next.at,
    };
    return [{ delivery, nudges: [due.nudge] }];
  });
}

function* planChannel(
  { slots, now }: PassInput,
  subscription: Subscription,
  start: Temporal.Instant,
): Steps<NudgePlan | undefined> {
  yield;
  const { isWorking, place } = standingAt(now, settingsOfSubscription(subscription));
  if (!isWorking) return undefined;
  const { current, next } = place();
  if (!isOpen(current, believable(slots.get(subscription.id), { next }), start)) return undefined;
  const delivery: NewDelivery = {
    id: shortHash(['digest', subscription.id, current.day]),
    key: `digest ${subscription.id} ${current.day}`,
    kind: 'digest',
    recipient: subscription.id,
    about: undefined,
    lane: laneOf(roadOfSubscription(subscription)),
    nextAt: now,
    expiresAt: next.at,
  };
  return {
    slots: [{ recipient: subscription.id, day: current.day, digestDay: current.day }],
    deliveries: [{ delivery, nudges: [] }],
  };
}

/** A morning that has yet to come was handled by a clock that ran far ahead: then it says nothing. */
function believable(
  handled: HandledSlot | undefined,
  { next }: Pick<SlotPlace, 'next'>,
): HandledSlot | undefined {
  return handled && handled.day > next.day ? undefined : handled;
}

/** A morning is handled once, and one from before the start is nobody's. */
function isOpen(slot: Slot, handled: Pick<HandledSlot, 'day'> | undefined, start: Temporal.Instant): boolean {
  return Temporal.Instant.compare(slot.at, start) >= 0 && slot.day > (handled?.day ?? '');
}

/** A moment as it is for whoever has certain settings: the day there (ISO date), and where it is among the mornings. */
interface Standing {
  today: string;
  isWorking: boolean;
  place: () => SlotPlace;
}

let standings: { at: string; bySettings: Map<string, Standing> } | undefined;

/** Most people have the same settings, so this is worked out once for each moment and settings. */
function standingAt(now: Temporal.Instant, settings: SlotSettings): Standing {
  const at = now.toString();
  if (standings?.at !== at) standings = { at, bySettings: new Map() };
  const key = JSON.stringify(settings);
  const found = standings.bySettings.get(key);
  if (found) return found;
  let place: SlotPlace | undefined;
  const standing: Standing = {
    today: now.toZonedDateTimeISO(settings.zone).toPlainDate().toString(),
    isWorking: isWorkingTime(now, settings),
    place: () => {
      place ??= slotsAt(now, settings);
      return place;
    },
  };
  standings.bySettings.set(key, standing);
  return standing;
}
