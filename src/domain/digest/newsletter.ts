import { HOME_ZONE, todayAt } from '../../core/clock.ts';
import { nextQuarter, previousQuarter, quarterBounds, quarterOf } from '../../core/dates/quarter.ts';
import { guardOf } from '../access/guard.ts';
import { canSee, isEmbargoed, publicScope, type Scope } from '../access/visibility.ts';
import type { Campaign } from '../campaign/campaign.ts';
import type { EarlierEvaluation } from '../evaluation/earlier-lessons.ts';
import type { Feed } from '../feed/feed.ts';
import type { NewsletterRecord } from '../newsletter/newsletter-record.ts';
import { shortHash } from '../nudge/nudge.ts';
import type { Action } from '../plan/plan.ts';
import type { EntrySpan, Store } from '../ports.ts';
import type { Practice } from '../practice/practice.ts';
import { type AnyRecord, isKind, pick } from '../records.ts';
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
  practices: readonly Practice[];
  coming: Few<Campaign>;
  /** What has no dates and is expected from now on, until nine months after the quarter began. */
  gaps: Few<Campaign>;
  partners: ForPartners;
  /** The public feeds that anyone can subscribe to. */
  feeds: readonly Feed[];
}

/** What partners may know and the public may not: all else in the letter is public. */
export interface ForPartners {
  /** Actions that were reported done in the past quarter: how actions stand is for partners. */
  done: readonly Action[];
  coming: readonly Campaign[];
  practices: readonly Practice[];
  /** What organisations said in the past quarter or since that their campaigns brought. */
  evaluations: readonly EarlierEvaluation[];
  /** Signals shared in that time or still open, the newest first. */
  signals: readonly Signal[];
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
 * but a letter is passed on where no rule of access goes with it: what is not public yet stays out. `released`: what was
 * in it when a coordinator released it; then nothing else is, nor what was written anew since, nor what is hidden by now.
 */
export async function newsletterFor(
  store: Store,
  quarter: string,
  now: Temporal.Instant,
  released?: NewsletterRecord['contents'],
): Promise<Newsletter> {
  const scope = publicScope(now);
  const partners = partnersScope(now);
  const today = todayAt(now).toString();
  const past = previousQuarter(quarter);
  const [before, ahead] = [quarterBounds(past), quarterBounds(quarter)];
  // What is left of the past quarter is still to come.
  const from = before.start <= today && today <= ahead.end ? today : ahead.start;
  const ended = await store.spans({ scope, from: before.start, until: before.end, progress: ['planned'] });
  const coming = await store.spans({ scope, from, until: ahead.end, progress: ['planned'] });
  const shared = await store.spans({ scope: partners, from, until: ahead.end, progress: ['planned'] });
  const gapsUntil = Temporal.PlainDate.from(ahead.start).add({ months: 9 }).toString();
  const open = await store.spans({ scope, from, until: gapsUntil, progress: ['planned'] });
  const finished = ended.filter(
    ({ type, last, months }) => type === 'campaign' && !months && last <= before.end && last < today,
  );
  const isIn = (record: AnyRecord): boolean => !released || released[record.id] === toldMark(record);
  const isOpen = (record: AnyRecord): boolean => isIn(record) && canSee(scope, guardOf(record));
  // What only partners may see and is under embargo would be passed on too soon.
  const isShared = (record: AnyRecord): boolean =>
    isIn(record) && !isOpen(record) && canSee(partners, guardOf(record)) && !isEmbargoed(record, scope.at);
  const published = await publishedBetween(store, partners, before.start, before.end);
  const most = released ? Number.POSITIVE_INFINITY : MOST_TOLD;
  return {
    quarter,
    past,
    finished: await campaignsAt(store, finished, isOpen),
    practices: published.filter(isOpen),
    coming: await campaignsAt(store, dated(coming), isOpen),
    gaps: await campaignsAt(
      store,
      open.filter(({ months }) => months !== undefined),
      isOpen,
    ),
    partners: {
      done: (await store.list('action', partners)).filter(
        (action) => isIn(action) && wasDone(action, before),
      ),
      coming: (await campaignsAt(store, dated(shared), isShared)).items,
      practices: published.filter(isShared),
      evaluations: (await evaluatedSince(store, partners, before.start))
        .filter(({ evaluation }) => isIn(evaluation))
        .slice(0, most),
      signals: (await signalsSince(store, partners, before.start)).filter(isIn).slice(0, most),
    },
    feeds: (await store.list('feed', scope)).filter(({ name, revokedAt }) => name && !revokedAt),
  };
}

function dated(spans: readonly EntrySpan[]): EntrySpan[] {
  return spans.filter(({ months }) => months === undefined);
}

/** What is told of a record in free text, as a mark: what a coordinator did not read does not go out in their name. */
function toldMark(record: AnyRecord): string {
  if (isKind(record, 'evaluation')) return shortHash([record.about, record.reached, ...record.lessons]);
  if (isKind(record, 'signal')) return shortHash([record.title, record.tell ?? '']);
  return '';
}

/** What a letter holds, for keeping with it once it is released. */
export function contentsOf(letter: Newsletter): Record<string, string> {
  return Object.fromEntries(newsletterRecords(letter).map((record) => [record.id, toldMark(record)]));
}

/** Every record in it, for a view that must know what they are called. */
export function newsletterRecords({ finished, practices, coming, gaps, partners }: Newsletter): AnyRecord[] {
  const told = partners.evaluations.map(({ evaluation }) => evaluation);
  const shared = [...partners.done, ...partners.coming, ...partners.practices, ...told, ...partners.signals];
  return [...finished.items, ...coming.items, ...gaps.items, ...practices, ...shared];
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
  return found.sort((a, b) => (a.evaluation.at < b.evaluation.at ? 1 : -1));
}

async function signalsSince(store: Store, scope: Scope, day: string): Promise<Signal[]> {
  const all = (await store.list('signal', scope)).filter(
    ({ state, at }) => state === 'open' || dayOf(at) >= day,
  );
  return all.sort((a, b) => (a.at < b.at ? 1 : -1));
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
