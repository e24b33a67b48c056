import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Messages } from '../src/command/command.ts';
import { todayAt } from '../src/core/clock.ts';
import { PROGRAM } from '../src/domain/access/actor.ts';
import type { Campaign } from '../src/domain/campaign/campaign.ts';
import type { Drafts } from '../src/domain/draft/drafts.ts';
import type { Store } from '../src/domain/ports.ts';
import type { AnyRecord } from '../src/domain/records.ts';
import { rollForward } from '../src/domain/series/roll-forward.ts';
import { hasMessage } from '../src/i18n/translate.ts';
import { importRecords } from '../src/import/import-records.ts';
import { readCalendarFiles } from '../src/import/read-calendar-files.ts';
import { readNudgeRules } from '../src/import/read-nudge-rules.ts';
import type { Database } from '../src/store/database.ts';
import { openStore } from '../src/store/open-store.ts';
import { campaignsOf, type Spread } from './campaigns.ts';

/** When the measurements take place, so that they ask the same questions every day. */
export const NOW = Temporal.Instant.from('2027-10-11T09:00:00Z');
const CALENDARS = fileURLToPath(new URL('../calendars', import.meta.url));
const CHUNK = 500;

export interface FilledStore {
  store: Store;
  database: Database;
  messages: Messages;
  drafts: Drafts;
  /** Milliseconds that each thousand campaigns took to write. */
  fillTimes: number[];
  close(): void;
}

/** The name of a database file that nothing else uses. */
export function freshPath(): string {
  return join(tmpdir(), `campagneregie-bench-${crypto.randomUUID()}.db`);
}

/** Throws a database file away, with what SQLite keeps beside it. */
export function removeDatabase(path: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
}

/** A database file with calendars/ and these made-up campaigns, written as any change is. */
export async function filledStore(spread: Spread, path: string = freshPath()): Promise<FilledStore> {
  const { store, database, nudges, outbox, drafts } = openStore({ path });
  const messages = { nudges, outbox, rules: readNudgeRules(CALENDARS, hasMessage), console: false };
  await importRecords(store, readCalendarFiles(CALENDARS, { demo: true }), NOW);
  await rollForward(store, todayAt(NOW), NOW);
  const fillTimes: number[] = [];
  let chunk: Campaign[] = [];
  let begun = performance.now();
  for (const campaign of campaignsOf(spread)) {
    chunk.push(campaign);
    if (chunk.length < CHUNK) continue;
    await write(store, chunk);
    chunk = [];
    if ((fillTimes.length + 1) * 1_000 <= numberAfter(campaign)) {
      fillTimes.push(performance.now() - begun);
      begun = performance.now();
    }
  }
  await write(store, chunk);
  const close = (): void => {
    database.close();
    removeDatabase(path);
  };
  return { store, database, messages, drafts, fillTimes, close };
}

function numberAfter({ id }: Campaign): number {
  return Number(id.slice(-6)) + 1;
}

/** Writes these records in the order in which they come, a few hundred in one change. */
export async function writeAll(store: Store, records: Iterable<AnyRecord>): Promise<void> {
  let chunk: AnyRecord[] = [];
  for (const record of records) {
    if (chunk.push(record) < CHUNK) continue;
    await write(store, chunk);
    chunk = [];
  }
  await write(store, chunk);
}

async function write(store: Store, put: readonly AnyRecord[]): Promise<void> {
  const ids = put.map(({ id }) => id);
  const decide = () => ({ put, result: undefined });
  await store.change({ actor: PROGRAM, action: 'bench.fill', at: NOW, ids, decide });
}
