import { and, asc, count, eq, lte, sql } from 'drizzle-orm';
import type { Delivery } from '../domain/delivery/delivery.ts';
import type { ClaimRequest } from '../domain/delivery/outbox.ts';
import type { Database } from './database.ts';
import { type DeliveryRow, deliveryOf } from './delivery-row.ts';
import { isFree, isHeld } from './lease.ts';
import { delivery } from './message-tables.ts';
import { given, givenList, prepared } from './prepared.ts';

/**
 * Takes the deliveries that are due, inside a transaction: the first of each lane before the second of any.
 * It looks at no more than it can take of each lane, however many wait there.
 */
export function claimDeliveries(database: Database, request: ClaimRequest): Delivery[] {
  const held = heldByLane(database, request);
  const lanes = lanesWithWork(database).filter((lane) => !rests(lane, request.except));
  const turns = lanes.flatMap((lane) => {
    const room = request.perLane - (held.get(lane) ?? 0);
    return firstOf(database, lane, request, room).map((row, turn) => ({ row, turn }));
  });
  const taken = turns
    .sort((a, b) => a.turn - b.turn || a.row.nextAt - b.row.nextAt)
    .slice(0, request.limit)
    .map(({ row }) => row);
  if (taken.length > 0) lease(database, taken, request);
  return taken.map(deliveryOf);
}

/** Jumps from lane to lane in the index, past all that waits in each. */
function lanesWithWork(database: Database): string[] {
  const query = prepared(database, 'lanes', ({ sqlite }) =>
    sqlite
      .prepare(
        `WITH RECURSIVE lanes (lane) AS (
           SELECT min(lane) FROM delivery WHERE state = 'queued'
           UNION ALL
           SELECT (SELECT min(lane) FROM delivery WHERE state = 'queued' AND lane > lanes.lane)
           FROM lanes WHERE lane IS NOT NULL
         )
         SELECT lane FROM lanes WHERE lane IS NOT NULL`,
      )
      .pluck(),
  );
  return query.all() as string[];
}

function rests(lane: string, except: readonly string[]): boolean {
  return except.some((one) => lane === one || lane.startsWith(`${one} `));
}

function heldByLane(database: Database, { monotonic, leaseFor }: ClaimRequest): Map<string, number> {
  const query = prepared(database, 'held by lane', ({ orm }) =>
    orm
      .select({ lane: delivery.lane, held: count() })
      .from(delivery)
      .where(isHeld({ monotonic: given('monotonic'), longest: given('longest') }))
      .groupBy(delivery.lane)
      .prepare(),
  );
  const rows = query.all({ monotonic, longest: monotonic + leaseFor });
  return new Map(rows.map(({ lane, held }) => [lane, held]));
}

function firstOf(database: Database, lane: string, request: ClaimRequest, room: number): DeliveryRow[] {
  if (room <= 0) return [];
  const query = prepared(database, 'first of a lane', ({ orm }) =>
    orm
      .select()
      .from(delivery)
      .where(
        and(
          eq(delivery.state, 'queued'),
          eq(delivery.lane, given('lane')),
          lte(delivery.nextAt, given('now')),
          isFree({ monotonic: given('monotonic'), longest: given('longest') }),
        ),
      )
      .orderBy(asc(delivery.nextAt), asc(delivery.id))
      .limit(sql.placeholder('room'))
      .prepare(),
  );
  const { monotonic, leaseFor } = request;
  const now = request.now.epochMilliseconds;
  return query.all({ lane, now, room, monotonic, longest: monotonic + leaseFor });
}

function lease(database: Database, rows: readonly DeliveryRow[], request: ClaimRequest): void {
  const query = prepared(database, 'lease', ({ orm }) =>
    orm
      .update(delivery)
      .set({ leaseBy: given('worker'), leaseUntil: given('until') })
      .where(sql`${delivery.id} IN ${givenList('ids')}`)
      .prepare(),
  );
  const ids = JSON.stringify(rows.map(({ id }) => id));
  query.run({ worker: request.worker, until: request.monotonic + request.leaseFor, ids });
}
