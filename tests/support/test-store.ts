import { fileURLToPath } from 'node:url';
import type { Messages } from '../../src/command/command.ts';
import { PROGRAM } from '../../src/domain/access/actor.ts';
import type { Drafts } from '../../src/domain/draft/drafts.ts';
import type { Store } from '../../src/domain/ports.ts';
import type { AnyRecord } from '../../src/domain/records.ts';
import { readNudgeRules } from '../../src/import/read-nudge-rules.ts';
import { openStore } from '../../src/store/open-store.ts';

export const NOW = Temporal.Instant.from('2026-11-23T09:00:00Z');

/** A real store in memory, with these records in it. */
export async function testStore(...records: AnyRecord[]): Promise<Store> {
  const { store, nudges, outbox, drafts } = openStore({ path: ':memory:' });
  await put(store, ...records);
  messagesByStore.set(store, { nudges, outbox, rules: RULES, console: false });
  draftsByStore.set(store, drafts);
  return store;
}

/** The rules for nudges as they are in the calendars folder. */
export const RULES = readNudgeRules(fileURLToPath(new URL('../../calendars', import.meta.url)), () => true);

const messagesByStore = new WeakMap<Store, Messages>();
const draftsByStore = new WeakMap<Store, Drafts>();

/** The nudges and the queue of messages beside a store that `testStore` made. */
export function messagesOf(store: Store): Messages {
  const messages = messagesByStore.get(store);
  if (!messages) throw new Error('this store was not made by testStore');
  return messages;
}

/** The drafts beside a store that `testStore` made. */
export function draftsOf(store: Store): Drafts {
  const drafts = draftsByStore.get(store);
  if (!drafts) throw new Error('this store was not made by testStore');
  return drafts;
}

/** Puts records as the program. */
export async function put(store: Store, ...records: AnyRecord[]): Promise<void> {
  await store.change({
    actor: PROGRAM,
    action: 'test.put',
    at: NOW,
    ids: records.map(({ id }) => id),
    decide: () => ({ put: records, result: undefined }),
  });
}
