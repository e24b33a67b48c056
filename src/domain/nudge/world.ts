import { todayAt } from '../../core/clock.ts';
import type { GiveWay } from '../../core/give-way.ts';
import { PROGRAM } from '../access/actor.ts';
import { scopeOf } from '../access/visibility.ts';
import type { Campaign } from '../campaign/campaign.ts';
import type { Contact } from '../contact/contact.ts';
import type { Correction } from '../correction/correction.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import type { HelpPoint } from '../help-point/help-point.ts';
import type { Group, Organisation } from '../organisation/organisation.ts';
import type { Participation } from '../participation/participation.ts';
import type { Person } from '../person/person.ts';
import type { Action, Plan } from '../plan/plan.ts';
import type { Store, Together } from '../ports.ts';
import type { Practice } from '../practice/practice.ts';
import type { Series } from '../series/series.ts';
import type { Id } from '../shared/record.ts';
import type { Subscription } from '../subscription/subscription.ts';
import type { Task } from '../task/task.ts';
import { readTogether } from './read-together.ts';
import { SENDING, type SendingSwitch } from './switch.ts';

/** All that the planner looks at, read at one revision: it decides from this and the time, and from nothing else. */
export interface World {
  revision: number;
  people: ReadonlyMap<string, Person>;
  coordinators: readonly Person[];
  /** The active contacts of an organisation, by its id. */
  contacts: ReadonlyMap<string, readonly Person[]>;
  organisations: ReadonlyMap<string, Organisation>;
  groups: ReadonlyMap<string, Group>;
  series: readonly Series[];
  campaigns: ReadonlyMap<string, Campaign>;
  tasks: ReadonlyMap<string, readonly Task[]>;
  participations: ReadonlyMap<string, readonly Participation[]>;
  evaluations: ReadonlyMap<string, readonly Evaluation[]>;
  plans: ReadonlyMap<string, Plan>;
  actions: readonly Action[];
  practices: readonly Practice[];
  helpPoints: readonly HelpPoint[];
  /** What partners reported as outdated and nobody looked at. */
  corrections: readonly Correction[];
  /** Whom partners can reach about a fraud form. */
  formContacts: readonly Contact[];
  subscriptions: readonly Subscription[];
  /** Whom a message did not reach lately, and the day on which that was found out. */
  undelivered: readonly Undelivered[];
  sending: SendingSwitch | undefined;
  /** The day on which sending began (ISO date), in the partnership's zone; undefined while it did not. */
  startedOn: string | undefined;
}

/** Someone (or a channel) whom no road leads to; the day (ISO date) is the last on which that showed. */
export interface Undelivered {
  recipient: Id<'person' | 'subscription'>;
  day: string;
}

/** What a frame is made of, and what else a world is. */
const FRAME = ['person', 'organisation', 'group', 'plan', 'switch'] as const;
const REST = [
  ...(['series', 'campaign', 'task', 'participation', 'evaluation', 'action'] as const),
  ...(['practice', 'helppoint', 'contact', 'correction', 'subscription'] as const),
];

/**
 * Reads the world at one revision. Everything is seen: what each person may see is decided when their message is
 * made. With a `giveWay` it is read little by little.
 */
export async function readWorld(
  store: Store,
  at: Temporal.Instant,
  undelivered: readonly Undelivered[] = [],
  giveWay?: GiveWay,
): Promise<World> {
  const scope = scopeOf(PROGRAM, at);
  const kinds = [...FRAME, ...REST];
  const read = giveWay
    ? await readTogether(store, kinds, scope, giveWay)
    : await store.listTogether(kinds, scope);
  const { campaign, task, participation, evaluation, subscription, ...others } = read.records;
  const campaigns = byId(campaign);
  await giveWay?.();
  const tasks = Map.groupBy(task, ({ campaign }) => campaign);
  await giveWay?.();
  return {
    ...frameFrom(read),
    series: others.series,
    campaigns,
    tasks,
    participations: Map.groupBy(participation, ({ campaign }) => campaign),
    evaluations: Map.groupBy(evaluation, ({ campaign }) => campaign),
    actions: others.action,
    practices: others.practice,
    helpPoints: others.helppoint,
    corrections: others.correction.filter(({ doneAt }) => !doneAt),
    formContacts: others.contact,
    subscriptions: subscription.filter(({ active }) => active),
    undelivered,
  };
}

/** Who there are and what runs: what everything else in a world is judged by. */
export type Frame = Pick<
  World,
  | 'revision'
  | 'people'
  | 'coordinators'
  | 'contacts'
  | 'organisations'
  | 'groups'
  | 'plans'
  | 'sending'
  | 'startedOn'
>;

/** Reads that; its size is that of the partnership, not that of the calendar. */
export async function frameOf(store: Store, at: Temporal.Instant): Promise<Frame> {
  return frameFrom(await store.listTogether(FRAME, scopeOf(PROGRAM, at)));
}

function frameFrom({ revision, records }: Together<(typeof FRAME)[number]>): Frame {
  const people = records.person.filter(({ active }) => active);
  const sending = records.switch.find(({ id }) => id === SENDING);
  return {
    revision,
    people: byId(people),
    coordinators: people.filter(({ role }) => role === 'coordinator'),
    contacts: Map.groupBy(
      people.filter(({ contact }) => contact),
      ({ organisation }) => organisation,
    ),
    organisations: byId(records.organisation),
    groups: byId(records.group),
    plans: byId(records.plan.filter(({ draft }) => draft === undefined)),
    sending,
    startedOn: sending?.startedAt && todayAt(Temporal.Instant.from(sending.startedAt)).toString(),
  };
}

/** Records by their id. */
export function byId<R extends { id: Id }>(records: readonly R[]): ReadonlyMap<string, R> {
  return new Map(records.map((record) => [record.id, record]));
}
