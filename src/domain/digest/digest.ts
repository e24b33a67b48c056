import type { IsoWeek } from '../../core/dates/iso-week.ts';
import type { Campaign } from '../campaign/campaign.ts';
import type { Overlap } from '../campaign/overlap.ts';
import type { Missing } from '../campaign/readiness.ts';
import type { CalendarFilter } from '../feed/feed.ts';
import type { Participation } from '../participation/participation.ts';
import type { Action } from '../plan/plan.ts';
import type { Practice } from '../practice/practice.ts';
import type { AnyRecord } from '../records.ts';
import type { Id } from '../shared/record.ts';
import type { Signal } from '../signal/signal.ts';
import type { Task } from '../task/task.ts';

/** The first few of something, and how many there are in all that the reader may see. */
export interface Few<T> {
  items: readonly T[];
  total: number;
}

export interface DueTask {
  task: Task;
  campaign: Campaign;
  /** The day it is due, as an ISO date. */
  due: string;
}

export interface DueAction {
  action: Action;
  /** The last day of the quarter it is expected in, as an ISO date. */
  due: string;
}

export interface Clash {
  campaign: Campaign;
  overlap: Overlap;
}

export interface Unprepared {
  campaign: Campaign;
  missing: readonly Missing[];
}

export interface Joined {
  campaign: Campaign;
  participation: Participation;
}

/** A signal with what is new about it since the last digest. */
export interface SignalNews {
  signal: Signal;
  isNew: boolean;
  /** Who said since then that they see it too. */
  confirmed: readonly Id<'organisation'>[];
  isClosed: boolean;
}

/** What the weekly digest tells, without words. For a channel everything of a person is empty. */
export interface Digest {
  reader: 'person' | 'channel';
  week: IsoWeek;
  /** The four weeks after it; ISO dates, both inclusive. */
  nextWeeks: { start: string; end: string };
  /** What a channel takes from the calendar; undefined for a person, who gets all of it. */
  filter: CalendarFilter | undefined;
  /** Whose campaigns and actions the parts about leading are about. */
  leads: readonly Id<'organisation'>[] | 'all';
  running: Few<Campaign>;
  /** What begins in the next weeks. */
  coming: Few<Campaign>;
  tasks: Few<DueTask>;
  actions: Few<DueAction>;
  /** Campaigns of which the date is not sure. */
  gaps: Few<Campaign>;
  /** Until which day gaps were looked for. */
  gapsUntil: string;
  clashes: Few<Clash>;
  unprepared: Few<Unprepared>;
  joined: Few<Joined>;
  practices: Few<Practice>;
  /** Never in a channel. */
  signals: Few<SignalNews>;
  proposals: Few<Campaign>;
}

/** How many of each a digest names; the rest is a number. */
export const SHOWN = 6;

/** The first few of a list that is all there is. */
export function fewOf<T>(all: readonly T[]): Few<T> {
  return { items: all.slice(0, SHOWN), total: all.length };
}

export const NONE: Few<never> = { items: [], total: 0 };

/** Whether there is nothing worth a message. */
export function isEmpty(digest: Digest): boolean {
  return listsOf(digest).every(({ total }) => total === 0);
}

/** Every record in it, for a view that must know what they are called. */
export function digestRecords(digest: Digest): AnyRecord[] {
  const { running, coming, gaps, proposals, practices } = digest;
  const about = [digest.tasks, digest.clashes, digest.unprepared, digest.joined].flatMap(({ items }) =>
    items.map((one): AnyRecord => one.campaign),
  );
  return [
    ...[running, coming, gaps, proposals, practices].flatMap(({ items }): readonly AnyRecord[] => items),
    ...about,
    ...digest.tasks.items.map(({ task }) => task),
    ...digest.actions.items.map(({ action }) => action),
    ...digest.clashes.items.map(({ overlap }) => overlap.campaign),
    ...digest.signals.items.map(({ signal }) => signal),
    ...digest.joined.items.map(({ participation }) => participation),
  ];
}

function listsOf(digest: Digest): Few<unknown>[] {
  const { running, coming, tasks, actions, gaps, clashes, unprepared, joined } = digest;
  const { practices, signals, proposals } = digest;
  return [running, coming, tasks, actions, gaps, clashes, unprepared, joined, practices, signals, proposals];
}

/** The digest without what is asked in it already: an action, task or campaign is named once. */
export function withoutAsked(digest: Digest, asked: readonly { subject: { id: Id } }[]): Digest {
  const ids = new Set<Id>(asked.map(({ subject }) => subject.id));
  const others = <T>({ items, total }: Few<T>, idOf: (item: T) => Id): Few<T> => {
    const left = items.filter((item) => !ids.has(idOf(item)));
    return { items: left, total: total - items.length + left.length };
  };
  return {
    ...digest,
    tasks: others(digest.tasks, ({ task }) => task.id),
    actions: others(digest.actions, ({ action }) => action.id),
    gaps: others(digest.gaps, ({ id }) => id),
    proposals: others(digest.proposals, ({ id }) => id),
    unprepared: others(digest.unprepared, ({ campaign }) => campaign.id),
  };
}
