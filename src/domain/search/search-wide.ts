import { editDistance } from '../../core/edit-distance.ts';
import type { Scope } from '../access/visibility.ts';
import { isShownContact } from '../contact/find-contacts.ts';
import { namesOf } from '../names.ts';
import type { Store, TextHit } from '../ports.ts';
import { type AnyRecord, isKind } from '../records.ts';
import { type Kind, kindOf } from '../shared/record.ts';
import { campaignsIn } from './campaigns-in.ts';
import { plainNames, plainWords } from './plain-names.ts';
import { type Ranked, ranked } from './rank.ts';
import { READ_LITERALLY, type ReadAs, readAs } from './read-as.ts';
import { fitOf } from './score.ts';
import { takeSlips } from './take-slips.ts';
import { literally, type Understood, understand } from './understand.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';
import { lookedFor, type WordGroup } from './word-group.ts';

export interface WideQuery {
  words: string;
  kinds?: readonly Kind[];
  limit: number;
  /** With a day, what is past comes after the rest, and periods among the words are understood. */
  today?: Temporal.PlainDate;
  /** Only the words themselves: no kinds, periods or other words for them. */
  literal?: boolean;
}

export interface WideAnswer {
  hits: Ranked[];
  /** Nothing had all of the words; these have some of them. */
  partly: boolean;
  /** What was read into the words. */
  read: ReadAs;
}

/** With fewer than this that have all, what has some is shown after them. */
const FEW = 5;
/** What has less than this of the best is not shown beside what has all of it. */
const ENOUGH = 0.5;

/**
 * Searches for what someone means rather than what was typed: the words and their forms, other names of what they
 * name, the kinds of record and the period that they tell. When nothing has all words, records with some of them.
 */
export async function searchWide(store: Store, scope: Scope, query: WideQuery): Promise<WideAnswer> {
  const search: Search = { store, scope, query, ...(await vocabularyOf(store, scope)) };
  const read = understood(search);
  const asked = query.kinds ?? (isBare(read) && read.hinted.length > 0 ? read.hinted : undefined);
  if (asked) return answered(search, withKindWords(read, asked), asked);
  if (read.kinds.length === 0) return answered(search, read, undefined);
  const among = await answered(search, read, read.kinds);
  if (among.hits.length > 0 && !among.partly) return among;
  // The word for a kind may as well be a word of the text: "het effect van campagnes".
  const anywhere = await answered(search, withKindWords(read, []), undefined);
  return among.hits.length === 0 || !anywhere.partly ? anywhere : among;
}

interface Search extends Vocabulary {
  store: Store;
  scope: Scope;
  query: WideQuery;
}

function understood({ query, keys }: Search): Understood {
  if (query.literal) return literally(query.words);
  const read = understand(query.words, keys, query.today);
  const says = read.groups.length + read.kinds.length + read.hinted.length > 0 || read.period;
  return says ? read : literally(query.words);
}

/** Only words for a kind, and nothing about what. */
function isBare({ groups, kinds, period }: Understood): boolean {
  return groups.length === 0 && kinds.length === 0 && !period;
}

/** Words for a kind that is not looked in are words like any other. */
function withKindWords(read: Understood, kinds: readonly Kind[]): Understood {
  if (read.kinds.some((kind) => kinds.includes(kind))) return read;
  return { ...read, kinds: [], groups: [...read.groups, ...read.kindWords] };
}

async function answered(
  search: Search,
  read: Understood,
  kinds: readonly Kind[] | undefined,
): Promise<WideAnswer> {
  const { query, roles } = search;
  const { understood: asked, texts, others } = await candidates(search, read, kinds);
  const weights = weightsOf(asked.groups, texts);
  const required = asked.groups.filter((group) => group.ids.size > 0 || lookedFor(group).length > 0).length;
  const found = [...texts, ...others.map((record) => ({ record, text: undefined }))];
  const fits = [...new Map(found.toReversed().map((one) => [one.record.id, one])).values()]
    .filter(({ record }) => isFound(record, search, kinds))
    .map(({ record, text }) => ({ record, ...fitOf(record, text, { understood: asked, weights, roles }) }))
    .filter(({ has }) => has > 0 || required === 0);
  const full = fits.filter(({ has }) => has >= required);
  const least = full.length > 0 ? ENOUGH * Math.max(...full.map(({ score }) => score)) : 0;
  const shown = fits.filter(({ has, score }) => has >= required || score >= least);
  const hits = shown.map(({ record, score, why }) => ({ record, fit: score, why }));
  const told = query.literal ? READ_LITERALLY : readAs(asked, query.kinds ? [] : (kinds ?? []));
  return {
    hits: ranked(hits, query.today).slice(0, query.limit),
    partly: full.length === 0 && hits.length > 0,
    read: told,
  };
}

interface Candidates {
  understood: Understood;
  texts: TextHit[];
  /** What is meant by name or date rather than found by its text. */
  others: AnyRecord[];
}

async function candidates(
  search: Search,
  read: Understood,
  kinds: readonly Kind[] | undefined,
): Promise<Candidates> {
  const { store, scope, query, keys } = search;
  const look = ({ groups }: Understood, some: boolean): Promise<TextHit[]> =>
    groups.length === 0
      ? Promise.resolve([])
      : store.matching({ scope, limit: query.limit, kinds, some, groups: groups.map(lookedFor) });
  let understood = read;
  let texts = await look(read, false);
  const others = [
    ...(await campaignsIn(store, scope, read, kinds)),
    ...(read.groups.length === 0 && kinds ? await allOf(search, read, kinds) : []),
  ];
  if (texts.length === 0 && others.length === 0 && read.groups.length > 0 && !query.literal) {
    understood = await takeSlips(store, scope, keys, read, kinds);
    texts = await look(understood, false);
  }
  others.push(...called(search, understood));
  if (texts.length < FEW && understood.groups.length > 1) texts.push(...(await look(understood, true)));
  return { understood, texts, others };
}

/** What the words name: terms, organisations, series and plans themselves. */
function called({ query, records }: Search, { groups }: Understood): AnyRecord[] {
  const terms = groups.flatMap((group) => group.terms);
  if (!query.literal) return terms;
  const typed = plainWords(query.words);
  return records.filter((record) => plainNames(record).includes(typed));
}

/** All of a kind, when that is all that is asked: the coming campaigns, or the first of the others. */
async function allOf({ store, scope, query }: Search, read: Understood, kinds: readonly Kind[]) {
  const found: AnyRecord[] = [];
  for (const kind of kinds) {
    if (kind !== 'campaign')
      found.push(...(await store.page(kind, scope, { after: undefined, limit: query.limit })));
    else if (!read.period && query.today)
      found.push(
        ...(await store.entries({ scope, from: query.today.toString(), limit: query.limit })).campaigns,
      );
  }
  return found;
}

/** A group that few of what was found has tells more than one that all have. */
function weightsOf(groups: readonly WordGroup[], hits: readonly TextHit[]): number[] {
  return groups.map((group) => {
    const pieces = lookedFor(group);
    const has = ({ text: { title, keywords, body } }: TextHit): boolean =>
      pieces.some((piece) => title.includes(piece) || keywords.includes(piece) || body.includes(piece));
    return 1 / Math.log2(2 + hits.filter(has).length);
  });
}

/** What may be told, and is of a kind that is asked. */
function isFound(record: AnyRecord, { scope, query }: Search, kinds: readonly Kind[] | undefined): boolean {
  if (isDraft(record) || isHidden(record, scope, query.today) || isKind(record, 'channel')) return false;
  return !kinds || kinds.includes(kindOf(record.id));
}

/** Names that are nearest to words that nothing was found for, of these kinds as far as they are few; at most three. */
export async function nearestNames(
  store: Store,
  scope: Scope,
  words: string,
  kinds?: readonly Kind[],
): Promise<string[]> {
  const typed = plainWords(words);
  const allowed = Math.max(1, Math.floor(typed.length / 3));
  const known = (await vocabularyOf(store, scope)).records;
  const asked = kinds ? known.filter(({ id }) => kinds.includes(kindOf(id))) : known;
  const near = asked.flatMap((record) =>
    namesOf(record)
      .slice(1)
      .map((name) => ({ name, slips: editDistance(typed, plainWords(name)) }))
      .filter(({ slips }) => slips <= allowed),
  );
  const names = near.sort((a, b) => a.slips - b.slips).map(({ name }) => name);
  return [...new Set(names)].slice(0, 3);
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
