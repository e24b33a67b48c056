import { editDistance } from '../../core/edit-distance.ts';
import type { Scope } from '../access/visibility.ts';
import { calendarSpan } from '../campaign/calendar-entry.ts';
import { isShownContact } from '../contact/find-contacts.ts';
import { namesOf } from '../names.ts';
import type { SearchHit, Store } from '../ports.ts';
import { type AnyRecord, isKind } from '../records.ts';
import type { Id, Kind } from '../shared/record.ts';
import { expandQuery, plainNames, plainWords, termsNear, termWords } from './expand-query.ts';

export interface WideQuery {
  words: string;
  kinds?: readonly Kind[];
  limit: number;
  /** With a day, campaigns that are past it come after the others of equal fit. */
  today?: Temporal.PlainDate;
}

export interface WideAnswer {
  hits: { record: AnyRecord; fit: number }[];
  /** Nothing had all of the words; these have some of them. */
  partly: boolean;
}

const TERMS = ['form', 'audience', 'topic'] as const;
/** Few enough to be read whole, so that names of two letters (OM, EZ) are found as well. */
const SMALL = [...TERMS, 'organisation', 'group', 'region', 'series', 'plan'] as const;
const NEVER = '9999-12-31';
const OTHER_WORDING = 0.9;
const WHOLE_NAME = 2;
/** A word that is part of more terms than this ("fraude") says nothing about which term is meant. */
const MOST_TERMS = 3;

/**
 * Searches for what someone means rather than what was typed: the words themselves, the same question in
 * the words of the taxonomy, and whole names. When nothing has all words, records with some of them.
 */
export async function searchWide(store: Store, scope: Scope, query: WideQuery): Promise<WideAnswer> {
  const small = await smallRecords(store, scope);
  const fits = new Map<Id, { record: AnyRecord; fit: number }>();
  const add = (record: AnyRecord, fit: number): void => {
    if (
      isDraft(record) ||
      isHidden(record, scope, query.today) ||
      (query.kinds && !query.kinds.some((kind) => isKind(record, kind)))
    )
      return;
    if (fit > (fits.get(record.id)?.fit ?? 0)) fits.set(record.id, { record, fit });
  };
  const typed = plainWords(query.words);
  for (const record of small) if (plainNames(record).includes(typed)) add(record, WHOLE_NAME);
  const ask = { scope, limit: query.limit, ...(query.kinds ? { kinds: query.kinds } : {}) };
  for (const [record, share] of shares(await store.search({ ...ask, words: query.words })))
    add(record, share);
  for (const words of otherWordings(query.words, small))
    for (const [record, share] of shares(await store.search({ ...ask, words })))
      add(record, share * OTHER_WORDING);
  const partly = fits.size === 0;
  if (partly) for (const { record, fit } of await someWords(store, ask, typed)) add(record, fit);
  return { hits: ranked([...fits.values()], query.today).slice(0, query.limit), partly };
}

/** Names that are nearest to words that nothing was found for; at most three. */
export async function nearestNames(store: Store, scope: Scope, words: string): Promise<string[]> {
  const typed = plainWords(words);
  const allowed = Math.max(1, Math.floor(typed.length / 3));
  const near = (await smallRecords(store, scope)).flatMap((record) =>
    namesOf(record)
      .slice(1)
      .map((name) => ({ name, slips: editDistance(typed, plainWords(name)) }))
      .filter(({ slips }) => slips <= allowed),
  );
  const names = near.sort((a, b) => a.slips - b.slips).map(({ name }) => name);
  return [...new Set(names)].slice(0, 3);
}

async function smallRecords(store: Store, scope: Scope): Promise<AnyRecord[]> {
  const found: AnyRecord[] = [];
  for (const kind of SMALL) found.push(...((await store.list(kind, scope)) as AnyRecord[]));
  return found;
}

function otherWordings(words: string, small: readonly AnyRecord[]): string[] {
  const terms = small.filter((record) => TERMS.some((kind) => isKind(record, kind)));
  const near = termsNear(words, terms);
  const meant = near.length > MOST_TERMS ? [] : near.map(termWords);
  return [...new Set([...expandQuery(words, terms), ...meant])].filter((one) => one !== plainWords(words));
}

async function someWords(
  store: Store,
  ask: { scope: Scope; limit: number; kinds?: readonly Kind[] },
  typed: string,
): Promise<{ record: AnyRecord; fit: number }[]> {
  const words = typed
    .split(' ')
    .filter((word) => word.length >= 3)
    .slice(0, 6);
  if (words.length < 2) return [];
  const fits = new Map<Id, { record: AnyRecord; fit: number }>();
  for (const word of words)
    for (const [record, share] of shares(await store.search({ ...ask, words: word }))) {
      const fit = (fits.get(record.id)?.fit ?? 0) + (1 + share / 10) / words.length;
      fits.set(record.id, { record, fit });
    }
  return [...fits.values()];
}

/** Scores compare only within one answer: as shares of its best one they compare between answers. */
function shares(hits: readonly SearchHit[]): [AnyRecord, number][] {
  const best = Math.max(...hits.map(({ score }) => score), Number.MIN_VALUE);
  return hits.map(({ record, score }) => [record, Math.max(score / best, 0.01)]);
}

/** Best first; of about equal fit what is still to come, the nearest first, and then the past, the latest first. */
function ranked(hits: WideAnswer['hits'], today: Temporal.PlainDate | undefined): WideAnswer['hits'] {
  const day = today?.toString() ?? '';
  const near = ({ fit }: { fit: number }): number => Math.round(fit * 5);
  return hits.sort((a, b) => {
    const byFit = near(b) - near(a);
    if (byFit !== 0) return byFit;
    const [one, other] = [lastDay(a.record), lastDay(b.record)];
    const byPast = Number(one < day) - Number(other < day);
    if (byPast !== 0) return byPast;
    const byDay = one === other ? 0 : one < other ? -1 : 1;
    return (one < day ? -byDay : byDay) || b.fit - a.fit || (a.record.id < b.record.id ? -1 : 1);
  });
}

/** Records that are not in the calendar never pass. */
function lastDay(record: AnyRecord): string {
  return isKind(record, 'campaign') ? (calendarSpan(record)?.last ?? NEVER) : NEVER;
}

/** A practice's proposal is found by who may see it, until it is settled: what became of it is elsewhere. */
function isDraft(record: AnyRecord): boolean {
  if (isKind(record, 'practice'))
    return record.state === 'merged' || record.state === 'declined' || record.state === 'withdrawn';
  return isKind(record, 'plan') && record.draft !== undefined;
}

function isHidden(record: AnyRecord, scope: Scope, today: Temporal.PlainDate | undefined): boolean {
  return isKind(record, 'contact') && today !== undefined && !isShownContact(record, scope, today);
}
