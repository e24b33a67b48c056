import { HOME_ZONE, todayAt } from '../../core/clock.ts';
import { nextQuarter, previousQuarter, quarterBounds, quarterOf } from '../../core/dates/quarter.ts';
import { guardOf } from '../access/guard.ts';
import { canSee, isEmbargoed, publicScope, type Scope } from '../access/visibility.ts';
import type { Campaign } from '../campaign/campaign.ts';
import type { EarlierEvaluation } from '../evaluation/earlier-lessons.ts';
import type { Feed } from '../feed/feed.ts';
import type { NewsletterRecord } from '../newsletter/newsletter-record.ts';
import type { Action } from '../plan/plan.ts';
import type { EntrySpan, Store } from '../ports.ts';
import type { Practice } from '../practice/practice.ts';
import { type AnyRecord, pick } from '../records.ts';
import type { Id } from '../shared/record.ts';
import type { Signal } from '../signal/signal.ts';
import type { Few } from './digest.ts';
import { publishedBetween } from './new-practices.ts';

/** What the quarterly newsletter tells partners, without words: no people, and nobody's delay. */
export interface Newsletter {
  /** The quarter that is ahead, and the one that is looked back on: 2027-Q1. */
  quarter: string;
  past: string;
  /** Campaigns that ended in the past quarter. */
  finished: Few<Campaign>;
  /** Actions that were reported done in it. */
  done: readonly Action[];
  practices: readonly Practice[];
  coming: Few<Campaign>;
  /** What has no dates and is expected from now on, until nine months after the quarter began. */
  gaps: Few<Campaign>;
  /** What organisations said in the past quarter or since that their campaigns brought; for partners only. */
  evaluations: readonly EarlierEvaluation[];
  /** Signals that all partners may see, shared in that time or still open; the newest first. For partners only. */
  signals: readonly Signal[];
  /** The public feeds that anyone can subscribe to. */
  feeds: readonly Feed[];
}

/** More than a newsletter should hold; the calendar has the rest. */
const MOST = 40;

/** A newsletter is written around the turn of a quarter: in its first month it is still about that one. */
export function newsletterQuarter(today: Temporal.PlainDate): string {
  const quarter = quarterOf(today.toString());
  return today.month % 3 === 1 ? quarter : nextQuarter(quarter);
}

/** What every partner may see: the newsletter goes to all of them, so it holds nothing else. */
export function partnersScope(now: Temporal.Instant): Scope {
  return { ...publicScope(now), partners: true };
}

/**
 * The content of the newsletter of a quarter (2027-Q1), as it stands now. Partners may see what is under embargo,
 * but a letter is passed on where no rule of access goes with it: what is not public yet stays out.
 */
export async function newsletterFor(
  store: Store,
  quarter: string,
  now: Temporal.Instant,
): Promise<Newsletter> {
  const scope = partnersScope(now);
  const isOpen = (record: Pick<Campaign, 'embargoUntil'>): boolean => !isEmbargoed(record, scope.at);
  const today = todayAt(now).toString();
  const past = previousQuarter(quarter);
  const [before, ahead] = [quarterBounds(past), quarterBounds(quarter)];
  // What is left of the past quarter is still to come.
  const from = before.start <= today && today <= ahead.end ? today : ahead.start;
  const ended = await store.spans({ scope, from: before.start, until: before.end, progress: ['planned'] });
  const coming = await store.spans({ scope, from, until: ahead.end, progress: ['planned'] });
  const gapsUntil = Temporal.PlainDate.from(ahead.start).add({ months: 9 }).toString();
  const open = await store.spans({ scope, from, until: gapsUntil, progress: ['planned'] });
  const finished = ended.filter(
    ({ type, last, months }) => type === 'campaign' && !months && last <= before.end && last < today,
  );
  return {
    quarter,
    past,
    finished: await campaignsAt(store, finished, isOpen),
    done: (await store.list('action', scope)).filter((action) => isOpen(action) && wasDone(action, before)),
    practices: (await publishedBetween(store, scope, before.start, before.end)).filter(isOpen),
    coming: await campaignsAt(
      store,
      coming.filter(({ months }) => months === undefined),
      isOpen,
    ),
    gaps: await campaignsAt(
      store,
      open.filter(({ months }) => months !== undefined),
      isOpen,
    ),
    evaluations: await evaluatedSince(store, scope, before.start),
    signals: await signalsSince(store, scope, before.start),
    feeds: (await store.list('feed', scope)).filter(({ name, revokedAt }) => name && !revokedAt),
  };
}

/**
 * A released letter holds nothing that was not in it when a coordinator read it: no record that came later, and no
 * evaluation or signal whose text was changed since. What may not be seen any more is not in it either.
 */
export function asReleased(letter: Newsletter, { contents }: Pick<NewsletterRecord, 'contents'>): Newsletter {
  if (!contents) return letter;
  const was = ({ id }: { id: Id }): boolean => contents[id] !== undefined;
  const isSame = ({ id, version }: { id: Id; version: number }): boolean => contents[id] === version;
  const few = ({ items, total }: Few<Campaign>): Few<Campaign> => ({ items: items.filter(was), total });
  return {
    ...letter,
    finished: few(letter.finished),
    coming: few(letter.coming),
    gaps: few(letter.gaps),
    done: letter.done.filter(was),
    practices: letter.practices.filter(was),
    evaluations: letter.evaluations.filter(({ evaluation }) => isSame(evaluation)),
    signals: letter.signals.filter(isSame),
  };
}

/** Every record in it, for a view that must know what they are called. */
export function newsletterRecords(letter: Newsletter): AnyRecord[] {
  const { finished, done, practices, coming, gaps, evaluations, signals } = letter;
  const told = evaluations.map(({ evaluation }) => evaluation);
  return [...finished.items, ...coming.items, ...gaps.items, ...done, ...practices, ...told, ...signals];
}

/** At most so many of each: a letter is read in five minutes. */
const MOST_TOLD = 8;

async function evaluatedSince(store: Store, scope: Scope, day: string): Promise<EarlierEvaluation[]> {
  const told = (await store.list('evaluation', scope)).filter(({ at }) => dayOf(at) >= day);
  const campaigns = await store.getMany(told.map(({ campaign }) => campaign));
  const found = told.flatMap((evaluation) => {
    const campaign = pick(campaigns, evaluation.campaign);
    const isOpen = campaign && canSee(scope, guardOf(campaign)) && !isEmbargoed(campaign, scope.at);
    return isOpen ? [{ campaign, evaluation }] : [];
  });
  return found.sort((a, b) => (a.evaluation.at < b.evaluation.at ? 1 : -1)).slice(0, MOST_TOLD);
}

async function signalsSince(store: Store, scope: Scope, day: string): Promise<Signal[]> {
  const all = (await store.list('signal', scope)).filter(
    ({ state, at }) => state === 'open' || dayOf(at) >= day,
  );
  return all.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, MOST_TOLD);
}

function dayOf(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(HOME_ZONE).toPlainDate().toString();
}

async function campaignsAt(
  store: Store,
  spans: readonly EntrySpan[],
  isOpen: (campaign: Campaign) => boolean,
): Promise<Few<Campaign>> {
  const ids = spans.map(({ id }) => id as Id<'campaign'>);
  const records = await store.getMany(ids);
  const found = ids.flatMap((id) => pick(records, id) ?? []).filter(isOpen);
  return { items: found.slice(0, MOST), total: found.length };
}

function wasDone({ state, reportedAt }: Action, { start, end }: { start: string; end: string }): boolean {
  if (state !== 'done' || reportedAt === undefined) return false;
  const day = dayOf(reportedAt);
  return start <= day && day <= end;
}
