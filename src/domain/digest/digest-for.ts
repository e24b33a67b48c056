import { todayAt } from '../../core/clock.ts';
import { isoWeekOf } from '../../core/dates/iso-week.ts';
import type { Actor } from '../access/actor.ts';
import { isCoordinator } from '../access/may.ts';
import type { Scope } from '../access/visibility.ts';
import type { Person } from '../person/person.ts';
import type { Store } from '../ports.ts';
import type { Subscription } from '../subscription/subscription.ts';
import { calendarParts, dateGaps } from './calendar-parts.ts';
import { type Digest, NONE, SHOWN } from './digest.ts';
import { dueActions } from './due-actions.ts';
import { dueTasks } from './due-tasks.ts';
import { joinedSince } from './joined-since.ts';
import { clashesOf, ledCampaigns, unpreparedOf } from './led-campaigns.ts';
import { newPractices } from './new-practices.ts';
import { signalNews } from './signal-news.ts';

/** For whom, and since when something is news. A channel is read as the public; `scope` must say so. */
export interface DigestQuestion {
  scope: Scope;
  now: Temporal.Instant;
  since: Temporal.Instant;
  reader:
    | { type: 'person'; person: Person; actor: Actor }
    | { type: 'subscription'; subscription: Pick<Subscription, 'filter'> };
}

/** What to tell this reader now. Only what the scope sees; its counts too. */
export async function digestFor(store: Store, question: DigestQuestion): Promise<Digest> {
  const { reader } = question;
  return reader.type === 'person'
    ? personDigest(store, question, reader.person, reader.actor)
    : channelDigest(store, question, reader.subscription.filter);
}

async function channelDigest(
  store: Store,
  { scope, now, since }: DigestQuestion,
  filter: Subscription['filter'],
): Promise<Digest> {
  const today = todayAt(now);
  const takesCampaigns = filter.types.length === 0 || filter.types.includes('campaign');
  return {
    ...emptyDigest(today),
    reader: 'channel',
    filter,
    ...(await calendarParts(store, scope, today, filter)),
    gaps: takesCampaigns ? await dateGaps(store, scope, today, filter) : NONE,
    practices: await newPractices(store, scope, { since, now }, filter),
  };
}

async function personDigest(
  store: Store,
  { scope, now, since }: DigestQuestion,
  person: Person,
  actor: Actor,
): Promise<Digest> {
  const today = todayAt(now);
  const everywhere = isCoordinator(actor);
  // A reader speaks for no organisation: first contact alone does not prove that someone belongs to it.
  const organisations = actor.role === 'partner' || everywhere ? actor.organisations : [];
  const led = await ledCampaigns(store, scope, today, organisations);
  const leads = everywhere ? 'all' : organisations;
  return {
    ...emptyDigest(today),
    leads,
    ...(await calendarParts(store, scope, today)),
    tasks: await dueTasks(store, scope, today, [person.id, ...organisations]),
    actions: await dueActions(store, scope, today, organisations),
    gaps: await gapsOf(store, scope, today, leads),
    clashes: await clashesOf(store, scope, today, led),
    unprepared: unpreparedOf(led, today),
    joined: leads.length > 0 ? await joinedSince(store, scope, since, leads) : NONE,
    practices: await newPractices(store, scope, { since, now }),
    signals: await signalNews(store, scope, since),
    proposals: everywhere ? await proposals(store, scope) : NONE,
  };
}

async function gapsOf(
  store: Store,
  scope: Scope,
  today: Temporal.PlainDate,
  leads: Digest['leads'],
): Promise<Digest['gaps']> {
  if (leads.length === 0) return NONE;
  return dateGaps(store, scope, today, leads === 'all' ? {} : { organisations: [...leads] });
}

async function proposals(store: Store, scope: Scope): Promise<Digest['proposals']> {
  const { campaigns, total } = await store.entries({ scope, progress: ['proposed'], limit: SHOWN });
  return { items: campaigns, total };
}

/** A person's digest of the week of this day in which nothing stands. */
export function emptyDigest(today: Temporal.PlainDate): Digest {
  const week = isoWeekOf(today);
  const sunday = Temporal.PlainDate.from(week.end);
  return {
    reader: 'person',
    week,
    nextWeeks: { start: sunday.add({ days: 1 }).toString(), end: sunday.add({ weeks: 4 }).toString() },
    filter: undefined,
    leads: [],
    gapsUntil: today.add({ months: 9 }).toString(),
    running: NONE,
    coming: NONE,
    tasks: NONE,
    actions: NONE,
    gaps: NONE,
    clashes: NONE,
    unprepared: NONE,
    joined: NONE,
    practices: NONE,
    signals: NONE,
    proposals: NONE,
  };
}
