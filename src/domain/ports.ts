import type { Actor } from './access/actor.ts';
import type { Scope } from './access/visibility.ts';
import type { CalendarFilter } from './feed/feed.ts';
import type { AnyRecord, RecordOf } from './records.ts';
import type { SearchText } from './search-text.ts';
import type { Id, Kind } from './shared/record.ts';
import type { Account } from './tenant/account.ts';

/**
 * What the domain asks of a store. Everything is a promise and no transaction leaves the store, so that a
 * networked engine could stand behind the same ports (DESIGN decision 4).
 */
export interface Store {
  get<K extends Kind>(id: Id<K>): Promise<RecordOf<K> | undefined>;
  /** Records that many answers need may be frozen: make a new one rather than change one. */
  getMany(ids: readonly Id[]): Promise<ReadonlyMap<string, AnyRecord>>;
  /** Every record of a kind that the scope may see, by id. For small kinds; calendar questions go to `entries`. */
  list<K extends Kind>(kind: K, scope: Scope): Promise<RecordOf<K>[]>;
  /** A part of that, for who would rather not have all at once: at most `limit`, and only those after an id. */
  page<K extends Kind>(kind: K, scope: Scope, part: Part): Promise<RecordOf<K>[]>;
  /** Every record of several kinds as they are at one revision, which nothing that is read apart can promise. */
  listTogether<K extends Kind>(kinds: readonly K[], scope: Scope): Promise<Together<K>>;
  /** The records of a kind that link to an id in some role: the tasks of a campaign, say. */
  linked<K extends Kind>(kind: K, role: LinkRole, to: Id, scope: Scope): Promise<RecordOf<K>[]>;
  entries(query: EntryQuery): Promise<EntryPage>;
  /** Only where entries stand, without their contents: for counting weeks. No pages. */
  spans(query: Omit<EntryQuery, 'limit' | 'after'>, alike?: Alike): Promise<EntrySpan[]>;
  /** Whose account this is, active or not. */
  personWith(account: Account): Promise<RecordOf<'person'> | undefined>;
  search(query: SearchQuery): Promise<SearchHit[]>;
  /** Records that hold one option of each group of words, or of some, with the text that was looked through. */
  matching(query: MatchQuery): Promise<TextHit[]>;
  /** For each of these words that nothing visible has, the visible words it may be a slip for, nearest first. */
  nearWords(query: NearWordsQuery): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Campaigns and actions of which a whole name, folded, is this one; without searching. */
  named(query: NameQuery): Promise<AnyRecord[]>;
  change<T>(request: ChangeRequest<T>): Promise<Changed<T>>;
  /** What happened to a record, oldest first. */
  history(id: Id): Promise<AuditRow[]>;
  /** Rises with every change, whoever made it; caches are keyed on it. */
  revision(): Promise<number>;
}

/** A part of a list in order of id. */
export interface Part {
  /** The last id of the part before. */
  after: Id | undefined;
  limit: number;
}

/** The records of several kinds at one revision. */
export interface Together<K extends Kind> {
  revision: number;
  records: { readonly [P in K]: RecordOf<P>[] };
}

/** How one record points at another; each role is indexed. */
export type LinkRole =
  | 'lead'
  | 'owner'
  | 'audience'
  | 'form'
  | 'topic'
  | 'channel'
  | 'region'
  | 'series'
  | 'campaign'
  | 'organisation'
  | 'person'
  | 'plan'
  | 'action'
  | 'practice'
  | 'evaluation'
  | 'partner'
  | 'helppoint'
  | 'about'
  | 'group'
  | 'member';

/** Calendar entries (campaigns) in a range of dates, both ends counted; undated ones by expected months. */
export interface EntryQuery {
  scope: Scope;
  from?: string;
  until?: string;
  filter?: Omit<CalendarFilter, 'content'>;
  dateStates?: readonly string[];
  progress?: readonly string[];
  withMaterials?: boolean;
  /** Only those that share an audience or a fraud form with these. */
  alike?: Alike;
  ids?: readonly Id<'campaign'>[];
  limit: number;
  /** The cursor of an earlier page's `next`. */
  after?: string;
}

/** What campaigns can have in common. */
export interface Alike {
  audiences: readonly Id<'audience'>[];
  forms: readonly Id<'form'>[];
}

export interface EntrySpan {
  id: Id<'campaign'>;
  first: string;
  last: string;
  /** The months (YYYY-MM) in which it is expected while it has no dates; undefined when it has. */
  months: readonly string[] | undefined;
  type: 'campaign' | 'inhaakmoment';
  /** Whether it shares an audience or a fraud form with what was asked; false when nothing was. */
  alike: boolean;
}

export interface EntryPage {
  campaigns: RecordOf<'campaign'>[];
  total: number;
  next: string | undefined;
}

export interface SearchQuery {
  scope: Scope;
  words: string;
  kinds?: readonly Kind[];
  limit: number;
}

/** Each group is one thing that is asked, each option a piece of folded text that says it: three letters or more. */
export interface MatchQuery {
  scope: Scope;
  groups: readonly (readonly string[])[];
  /** One group will do. */
  some?: boolean;
  kinds?: readonly Kind[] | undefined;
  limit: number;
}

export interface TextHit {
  record: AnyRecord;
  text: SearchText;
}

export interface NearWordsQuery {
  scope: Scope;
  words: readonly string[];
  kinds?: readonly Kind[] | undefined;
  /** For each word. */
  limit: number;
}

export interface NameQuery {
  scope: Scope;
  kinds: readonly Kind[];
  folded: string;
  limit: number;
}

export interface SearchHit {
  record: AnyRecord;
  /** Higher is better; only comparable within one answer. */
  score: number;
}

/**
 * One atomic change. `decide` is pure: it gets the stored records of `ids` (absent ones missing) inside a
 * write transaction and returns what to put. Versions and audit rows are the store's work.
 */
export interface ChangeRequest<T> {
  actor: Actor;
  /** What happened, for the audit: "campaign.move". */
  action: string;
  at: Temporal.Instant;
  ids: readonly Id[];
  /** Versions that the caller saw; a newer one makes the change fail with StaleRecordError. */
  expect?: Readonly<Record<string, number>>;
  /** A submission's key: the same key again gives the first answer and changes nothing. */
  key?: string;
  decide: (current: ReadonlyMap<string, AnyRecord>) => Decision<T>;
}

export interface Decision<T> {
  put: readonly AnyRecord[];
  result: T;
}

export interface Changed<T> {
  result: T;
  revision: number;
  /** False when nothing was written: an empty decision, or a key that was used before. */
  changed: boolean;
}

export interface AuditRow {
  at: string;
  person: Id<'person'> | undefined;
  action: string;
  record: Id;
  before: unknown;
  after: unknown;
}
