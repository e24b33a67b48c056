import { todayAt } from '../core/clock.ts';
import type { Actor } from '../domain/access/actor.ts';
import { isCoordinator } from '../domain/access/may.ts';
import type { Outbox } from '../domain/delivery/outbox.ts';
import { digestRecords, isEmpty, withoutAsked } from '../domain/digest/digest.ts';
import { type DigestQuestion, digestFor } from '../domain/digest/digest-for.ts';
import { factsOf, type NudgeFacts } from '../domain/nudge/facts.ts';
import { matterKey } from '../domain/nudge/nudge.ts';
import { unsettled } from '../domain/nudge/unsettled.ts';
import { type Asked, askedBy, pastOf, waitingFor } from '../domain/nudge/waiting.ts';
import type { World } from '../domain/nudge/world.ts';
import type { Person } from '../domain/person/person.ts';
import type { Id } from '../domain/shared/record.ts';
import type { Subscription } from '../domain/subscription/subscription.ts';
import type { Message } from '../reply/reply.ts';
import { digestMessage, quietDigest } from '../views/digest-view.ts';
import { nudgeSections, unsettledSections } from '../views/nudge-sections.ts';
import { type Reader, viewOf } from '../views/view-of.ts';
import type { Situation, SituationOptions } from './situation.ts';

interface ForPerson extends SituationOptions {
  reader: Reader;
  actor: Actor;
  person: Person;
  situation: Situation;
  now: Temporal.Instant;
}

/** Earlier questions that are still open are repeated in a digest up to this many. */
const MOST_WAITING = 6;
const USUAL_DAYS = 7;
const MOST_DAYS = 35;

/** A person's digest with what is asked now and what is still open; undefined when there is nothing to say. */
export async function personDigest(
  given: ForPerson,
  asked: readonly NudgeFacts[],
): Promise<Message | undefined> {
  const { store, reader, actor, person, now, outbox, rules, situation } = given;
  const since = await lastDigest(outbox, person.id, now);
  const whole = await digestFor(store, {
    scope: reader.scope,
    now,
    since,
    reader: { type: 'person', person, actor },
  });
  const facts = [...asked, ...(await stillOpen(given, asked))];
  const digest = withoutAsked(whole, facts);
  const left = isCoordinator(actor) ? unsettled(situation.world, rules, situation.history, reader.today) : [];
  if (isEmpty(digest) && facts.length === 0 && left.length === 0)
    return person.digest.quietLine ? quietDigest(await viewOf(reader, [])) : undefined;
  const named = [
    ...facts.flatMap((one) => one.asked?.people ?? []),
    ...left.flatMap(({ subject, people }) => [subject, ...people]),
  ];
  const view = await viewOf(
    reader,
    [...digestRecords(digest), ...facts.map(({ subject }) => subject)],
    named,
  );
  return digestMessage(digest, view, [
    ...nudgeSections(facts, rules, view),
    ...unsettledSections(left, view),
  ]);
}

/** The digest of a channel; undefined when there is nothing in it. */
export async function channelDigest({
  store,
  outbox,
  reader,
  subscription,
  now,
}: Pick<ForPerson, 'store' | 'outbox' | 'reader' | 'now'> & { subscription: Subscription }): Promise<
  Message | undefined
> {
  const since = await lastDigest(outbox, subscription.id, now);
  const question: DigestQuestion = {
    scope: reader.scope,
    now,
    since,
    reader: { type: 'subscription', subscription },
  };
  const digest = await digestFor(store, question);
  if (isEmpty(digest)) return undefined;
  return digestMessage(digest, await viewOf(reader, digestRecords(digest)), []);
}

/** What was asked before and is not answered, apart from what is asked again now. */
async function stillOpen(
  { nudges, rules, person, reader, situation, now }: ForPerson,
  asked: readonly NudgeFacts[],
): Promise<NudgeFacts[]> {
  const known = new Set(asked.map(({ nudge }) => matterKey(nudge)));
  const waiting = await waitingFor(nudges, askedOf(situation.world, rules, now), person.id, now);
  // What is settled once is asked once.
  const once = new Set(rules.rules.filter(({ trigger }) => trigger === 'settle').map(({ key }) => key));
  const open = waiting.filter((nudge) => !once.has(nudge.rule) && !known.has(matterKey(nudge)));
  const shown = open.slice(0, MOST_WAITING);
  return factsOf(reader, shown, await pastOf(nudges, shown));
}

const asking = new WeakMap<World, { day: string; asked: Asked }>();

/** What the world asks on a day: the same for everybody's digest, so found once. */
function askedOf(world: World, rules: SituationOptions['rules'], now: Temporal.Instant): Asked {
  const day = todayAt(now).toString();
  const found = asking.get(world);
  if (found?.day === day) return found.asked;
  const asked = askedBy(world, rules, now);
  asking.set(world, { day, asked });
  return asked;
}

/** When the last digest was sent, so that nothing is news twice and nothing is missed after a holiday. */
async function lastDigest(
  outbox: Outbox,
  recipient: Id<'person' | 'subscription'>,
  now: Temporal.Instant,
): Promise<Temporal.Instant> {
  const since = now.subtract({ hours: 24 * MOST_DAYS });
  const sent = await outbox.list({ recipient, states: ['sent'], since, limit: 20 });
  const last = sent.find(({ kind }) => kind === 'digest')?.sentAt;
  return last ?? now.subtract({ hours: 24 * USUAL_DAYS });
}
