import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../src/core/clock.ts';
import type { Outbox } from '../../src/domain/delivery/outbox.ts';
import type { Nudge } from '../../src/domain/nudge/nudge.ts';
import { person } from '../../src/domain/person/person.ts';
import type { Id } from '../../src/domain/shared/record.ts';
import type { Database } from '../../src/store/database.ts';
import { delivery, nudge } from '../../src/store/message-tables.ts';
import { openStore } from '../../src/store/open-store.ts';
import { POLICE, sampleCampaign, sampleOrganisation } from '../support/samples.ts';
import { NOW, put } from '../support/test-store.ts';

export const ANNA: Id<'person'> = 'person/anna';

export interface FakeClock extends Clock {
  /** Lets so many milliseconds go by. */
  pass(milliseconds: number): void;
}

/** A clock that stands still unless told. `started` is what its monotonic side begins at. */
export function fakeClock(started = 1_000_000): FakeClock {
  let passed = 0;
  return {
    now: () => NOW.add({ milliseconds: passed }),
    monotonic: () => started + passed,
    pass: (milliseconds) => {
      passed += milliseconds;
    },
  };
}

export interface Queue {
  path: string;
  database: Database;
  outbox: Outbox;
}

/** A database file with one person and one campaign in it. */
export async function newQueue(): Promise<Queue> {
  const path = join(mkdtempSync(join(tmpdir(), 'campagneregie-')), 'test.db');
  const { store, database, outbox } = openStore({ path });
  const anna = person.parse({ id: ANNA, name: 'Anna', organisation: POLICE });
  await put(store, sampleOrganisation(POLICE), anna, sampleCampaign('x'));
  return { path, database, outbox };
}

type Row = typeof delivery.$inferInsert;

/** Queues a delivery, due now unless told otherwise; times in seconds from NOW. */
export function queue(
  { orm }: Database,
  id: string,
  { lane = 'console console', due = 0, expires = 86_400, ...more }: QueueOptions = {},
): void {
  const at = (seconds: number) => NOW.epochMilliseconds + seconds * 1_000;
  const times = { createdAt: at(0), nextAt: at(due), expiresAt: at(expires) };
  const row: Row = { id, key: id, kind: 'nudges', recipient: ANNA, state: 'queued', lane, ...times, ...more };
  orm.insert(delivery).values(row).run();
}

export interface QueueOptions extends Partial<Row> {
  due?: number;
  expires?: number;
}

/** A planned nudge in a delivery. */
export function addNudge({ orm }: Database, id: string, inDelivery: string): void {
  const subject = 'campaign/x';
  const keys = { recipient: ANNA, subject, rule: 'start', step: id, due: '2027-10-11' };
  const createdAt = NOW.toString();
  orm
    .insert(nudge)
    .values({ id, ...keys, matter: 'm', state: 'planned', createdAt, delivery: inDelivery })
    .run();
}

/** The same as a message that is made anew would bring it. */
export function planned(id: string): Nudge {
  const key = { recipient: ANNA, subject: 'campaign/x' as const, rule: 'start', step: id, due: '2027-10-11' };
  const state = { state: 'planned' as const, createdAt: NOW.toString(), delivery: undefined };
  return { id, ...key, ...state, other: undefined, sentAt: undefined, answer: undefined };
}

export function nudgesIn({ orm }: Database): { id: string; state: string; sentAt: string | null }[] {
  return orm.select({ id: nudge.id, state: nudge.state, sentAt: nudge.sentAt }).from(nudge).all();
}
