import type { Cards } from '../domain/card/cards.ts';
import type { SentCards } from '../domain/card/sent-cards.ts';
import type { Outbox } from '../domain/delivery/outbox.ts';
import type { Drafts } from '../domain/draft/drafts.ts';
import type { NudgeStore } from '../domain/nudge/nudge-store.ts';
import type { Store } from '../domain/ports.ts';
import type { RecordOf } from '../domain/records.ts';
import type { Id, Kind } from '../domain/shared/record.ts';
import type { Installations } from '../domain/tenant/installations.ts';
import type { References } from '../domain/tenant/references.ts';
import { historyOf } from './audit.ts';
import { cardStore } from './cards.ts';
import { change, revisionOf } from './change.ts';
import { type Database, type DatabaseOptions, openDatabase } from './database.ts';
import { draftStore } from './drafts.ts';
import { entries, spans } from './entries.ts';
import { installationStore } from './installations.ts';
import { nudgeStore } from './nudges.ts';
import { outboxStore } from './outbox.ts';
import { linkedRecords, listRecords, namedRecords, personWith, recordsOf } from './read-records.ts';
import { listTogether, pageOfRecords } from './read-world.ts';
import { referenceStore } from './references.ts';
import { matchingTexts, search, visibleNearWords } from './search.ts';
import { sentCardStore } from './sent-cards.ts';

/** The store over an open database: the SQLite side of domain/ports.ts. */
export function storeOver(database: Database): Store {
  return {
    async get<K extends Kind>(id: Id<K>) {
      return recordsOf(database, [id]).get(id) as RecordOf<K> | undefined;
    },
    getMany: async (ids) => recordsOf(database, ids),
    list: async (kind, scope) => listRecords(database, kind, scope),
    page: async (kind, scope, part) => pageOfRecords(database, kind, scope, part),
    listTogether: async (kinds, scope) => listTogether(database, kinds, scope),
    linked: async (kind, role, to, scope) => linkedRecords(database, kind, role, to, scope),
    named: async (query) => namedRecords(database, query),
    entries: async (query) => entries(database, query),
    spans: async (query, alike) => spans(database, query, alike),
    personWith: async (account) => personWith(database, account),
    search: async (query) => search(database, query),
    matching: async (query) => matchingTexts(database, query),
    nearWords: async (query) => visibleNearWords(database, query),
    change: async (request) => change(database, request),
    history: async (id) => historyOf(database, id),
    revision: async () => revisionOf(database),
  };
}

/** What an open database holds: the records, the nudges, the queue of messages and the drafts. */
export interface Opened {
  store: Store;
  nudges: NudgeStore;
  outbox: Outbox;
  drafts: Drafts;
  installations: Installations;
  cards: Cards;
  sentCards: SentCards;
  references: References;
  database: Database;
}

/** Opens the database and the stores over it; `database.close` when done. */
export function openStore(options: DatabaseOptions): Opened {
  const database = openDatabase(options);
  return {
    store: storeOver(database),
    nudges: nudgeStore(database),
    outbox: outboxStore(database),
    drafts: draftStore(database),
    installations: installationStore(database),
    cards: cardStore(database),
    sentCards: sentCardStore(database),
    references: referenceStore(database),
    database,
  };
}
