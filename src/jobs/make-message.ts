import { todayAt } from '../core/clock.ts';
import { type GiveWay, neverGivingWay } from '../core/give-way.ts';
import { atOnce, inTurns } from '../core/steps.ts';
import { type Actor, OUTSIDER } from '../domain/access/actor.ts';
import { publicScope, scopeOf } from '../domain/access/visibility.ts';
import { settingsOfPerson, settingsOfSubscription } from '../domain/courtesy/settings-of.ts';
import { slotsAt } from '../domain/courtesy/slots.ts';
import { isWorkingTime, nextWorkingTime, type WorkingHours } from '../domain/courtesy/working-time.ts';
import type { Delivery } from '../domain/delivery/delivery.ts';
import { reasonText } from '../domain/delivery/reasons.ts';
import { type Road, roadOfSubscription, roadsOf } from '../domain/delivery/road.ts';
import { agendaOn } from '../domain/nudge/agenda-on.ts';
import { bundleSteps, type DueNudge, dueNudge } from '../domain/nudge/bundle.ts';
import { factsOf, type NudgeFacts } from '../domain/nudge/facts.ts';
import { isAbsent } from '../domain/nudge/recipients.ts';
import { actorOf } from '../domain/person/actor-of.ts';
import type { Person } from '../domain/person/person.ts';
import type { Id } from '../domain/shared/record.ts';
import type { Subscription } from '../domain/subscription/subscription.ts';
import { translator } from '../i18n/translate.ts';
import { renderText } from '../render/text/render-text.ts';
import type { Message } from '../reply/reply.ts';
import { withoutActions } from '../reply/without-actions.ts';
import { nudgeMessage } from '../views/nudge-sections.ts';
import { type Reader, viewOf } from '../views/view-of.ts';
import { channelDigest, personDigest } from './digest-message.ts';
import { letterMessage } from './letter-message.ts';
import type { Prepared } from './prepared.ts';
import type { Situation, SituationOptions } from './situation.ts';

export interface MakerOptions extends SituationOptions {
  now: () => Temporal.Instant;
  situation: (at: Temporal.Instant) => Promise<Situation>;
  giveWay?: GiveWay;
  /** Where the pages are, without a slash at the end. */
  publicUrl: string;
  /** Whether people without any address read their messages on the console. */
  console: boolean;
}

/** How long a message waits before it is looked at again while everything is on hold. */
const PAUSE_MINUTES = 5;

/**
 * Makes a message as the world is now, just before it is sent: what no longer holds is left out of it, and what
 * changed shows as it is. Nothing left to say means that nothing is sent.
 */
export function messageMaker(options: MakerOptions): (delivery: Delivery) => Promise<Prepared> {
  return async (delivery) => {
    const now = options.now();
    const situation = await options.situation(now);
    const { sending, people, subscriptions } = situation.world;
    if (!sending?.startedAt || sending.pausedAt)
      return { type: 'wait', until: now.add({ minutes: PAUSE_MINUTES }), reason: reasonText('paused') };
    const subscription = subscriptions.find(({ id }) => id === delivery.recipient);
    const reader = subscription ?? people.get(delivery.recipient);
    if (delivery.kind === 'newsletter')
      return reader ? letterMessage(options, reader, delivery, now) : nothing();
    if (subscription) return forChannel(options, subscription, delivery, now);
    const person = people.get(delivery.recipient);
    if (!person) return nothing();
    return forPerson(options, situation, person, delivery, now);
  };
}

async function forPerson(
  options: MakerOptions,
  situation: Situation,
  person: Person,
  delivery: Delivery,
  now: Temporal.Instant,
): Promise<Prepared> {
  const { store } = options;
  const settings = settingsOfPerson(person);
  const today = now.toZonedDateTimeISO(person.zone).toPlainDate().toString();
  const actor = await actorOf(store, person.id, now);
  if (!actor || isAbsent(person, today)) return nothing();
  if (!isWorkingTime(now, settings)) return waitFor(now, settings);
  const due = await dueNow(options, situation, person, delivery, {
    today,
    now,
    next: slotsAt(now, settings).next.day,
  });
  const reader = readerFor(options, actor, now);
  const past = new Map(due.map(({ nudge, story }) => [nudge.id, story.past]));
  const facts = await factsOf(
    reader,
    due.map(({ nudge }) => nudge),
    ({ id }) => past.get(id) ?? [],
  );
  const message =
    delivery.kind === 'digest'
      ? await personDigest({ ...options, reader, actor, person, situation, now }, facts)
      : await bundle(options, reader, facts);
  if (!message) return nothing();
  const roads = roadsOf(person, { console: options.console });
  const nudges = facts.map(({ nudge }) => nudge);
  const made = send(delivery, message, roads, person.locale, campaignsIn(facts));
  const follows = await followed(options, delivery, person, now);
  return { ...made, outgoing: { ...made.outgoing, follows }, nudges };
}

const FOLLOWED_DAYS = 30;

/** The last message that still waits for an answer about a campaign that was moved or cancelled meanwhile. */
async function followed(
  { nudges, outbox }: MakerOptions,
  { kind, about }: Delivery,
  { id }: Person,
  now: Temporal.Instant,
): Promise<{ road: Road; platformId: string } | undefined> {
  if (kind !== 'change' || !about) return undefined;
  const since = now.subtract({ hours: 24 * FOLLOWED_DAYS }).toString();
  const waiting = (await nudges.waitingFor(id, since)).find(({ subject }) => subject === about);
  const earlier = waiting?.delivery ? await outbox.get(waiting.delivery) : undefined;
  if (!earlier?.road || earlier.platformId === undefined) return undefined;
  return { road: earlier.road, platformId: earlier.platformId };
}

/** What the message brings now; of a change that cannot wait, only that. */
async function dueNow(
  { rules, giveWay = neverGivingWay }: MakerOptions,
  { world, history }: Situation,
  person: Person,
  { id, kind, about }: Delivery,
  { today, now, next }: { today: string; now: Temporal.Instant; next: string },
): Promise<DueNudge[]> {
  // The situation came with it.
  const agenda = atOnce(agendaOn(world, rules, history, today));
  const morning = { day: today, next };
  const made = { at: now.toString(), delivery: id };
  if (kind !== 'change') return inTurns(bundleSteps(agenda, person, morning, rules.most, made), giveWay);
  const items = (agenda.get(person.id) ?? []).filter(
    ({ story }) => story.matter.subject === about && story.matter.urgentBefore !== undefined,
  );
  return items.flatMap((item) => dueNudge(item, person, morning, made) ?? []);
}

async function bundle(
  { rules }: MakerOptions,
  reader: Reader,
  facts: readonly NudgeFacts[],
): Promise<Message | undefined> {
  if (facts.length === 0) return undefined;
  const asked = facts.flatMap(({ asked }) => asked?.people ?? []);
  const view = await viewOf(
    reader,
    facts.map(({ subject }) => subject),
    asked,
  );
  return nudgeMessage(facts, rules, view);
}

async function forChannel(
  options: MakerOptions,
  subscription: Subscription,
  delivery: Delivery,
  now: Temporal.Instant,
): Promise<Prepared> {
  const settings = settingsOfSubscription(subscription);
  if (!isWorkingTime(now, settings)) return waitFor(now, settings);
  // A channel reads with the rights of its weakest member, and that may be anyone.
  const reader = {
    ...readerFor(options, { ...OUTSIDER, locale: subscription.locale }, now),
    scope: publicScope(now),
  };
  const message = await channelDigest({ ...options, reader, subscription, now });
  if (!message) return nothing();
  return send(delivery, message, [roadOfSubscription(subscription)], subscription.locale, []);
}

function readerFor({ store }: MakerOptions, actor: Actor, now: Temporal.Instant): Reader {
  const { locale } = actor;
  return { store, scope: scopeOf(actor, now), locale, today: todayAt(now), t: translator(locale) };
}

function send(
  { id, kind, recipient }: Delivery,
  message: Message,
  roads: ReturnType<typeof roadsOf>,
  locale: Person['locale'],
  campaigns: readonly Id<'campaign'>[],
): Extract<Prepared, { type: 'send' }> {
  const outgoing = { delivery: id, kind, recipient, locale, message, campaigns };
  return { type: 'send', roads, outgoing, text: renderText(withoutActions(message), translator(locale)) };
}

/** The campaigns that are about a date, for an attached calendar. */
function campaignsIn(facts: readonly NudgeFacts[]): Id<'campaign'>[] {
  return [...new Set(facts.flatMap(({ campaign }) => (campaign?.period ? campaign.id : [])))];
}

function waitFor(now: Temporal.Instant, hours: WorkingHours): Prepared {
  return { type: 'wait', until: nextWorkingTime(now, hours), reason: reasonText('outside-hours') };
}

function nothing(): Prepared {
  return { type: 'nothing', reason: reasonText('nothing-left') };
}
