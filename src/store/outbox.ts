import {
  and,
  count,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  min,
  ne,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Claim, DeliveryQuery, Outbox } from '../domain/delivery/outbox.ts';
import { reasonText } from '../domain/delivery/reasons.ts';
import { claimDeliveries } from './claim-deliveries.ts';
import type { Database } from './database.ts';
import { type DeliveryRow, deliveryOf } from './delivery-row.ts';
import { immediately } from './immediately.ts';
import { isFree, isHeld, leaseTime } from './lease.ts';
import { delivery, nudge } from './message-tables.ts';
import { raiseNudgeVersion } from './nudge-version.ts';
import { isAnyTaken, renewNudges } from './nudges.ts';
import { given, givenEach, prepared } from './prepared.ts';

const LET_GO = { leaseBy: null, leaseUntil: null };

/** The outbox over an open database; see the port for what each step promises. */
export function outboxStore(database: Database): Outbox {
  const { orm } = database;
  const update = (set: Partial<DeliveryRow>, condition: SQL | undefined): boolean =>
    orm.update(delivery).set(set).where(condition).run().changes === 1;

  return {
    claim: async (request) => immediately(database, () => claimDeliveries(database, request)),

    begin: async (claim, { road, text, nudges, ...time }) =>
      immediately(database, () => {
        if (nudges && isAnyTaken(database, claim.id, nudges)) return 'taken';
        const { monotonic, leaseFor } = time;
        const longest = monotonic + leaseFor;
        const values = { ...claim, road: JSON.stringify(road), text, monotonic, longest };
        if (beginQuery(database).run(values).changes !== 1) return 'lost';
        if (nudges) renewNudges(database, claim.id, nudges);
        return 'begun';
      }),

    sent: async (claim, { at, platformId }) =>
      immediately(database, () => {
        const values = { ...claim, platformId: platformId ?? null, sentAt: at.epochMilliseconds };
        if (sentQuery(database).run(values).changes !== 1) return false;
        broughtQuery(database).run({ id: claim.id, sentAt: at.toString() });
        return true;
      }),

    later: async (claim, { nextAt, reason, unclear, closed, lane }) =>
      immediately(database, () => {
        const row = orm.select().from(delivery).where(heldBy(claim)).get();
        if (!row) return false;
        const closedRoads = new Set(deliveryOf(row).closedRoads);
        if (closed !== undefined) closedRoads.add(closed);
        const set = {
          ...LET_GO,
          nextAt: nextAt.epochMilliseconds,
          reason,
          road: unclear ? row.road : null,
          closedRoads: JSON.stringify([...closedRoads]),
          lane: lane ?? row.lane,
        };
        return update(set, eq(delivery.id, claim.id));
      }),

    end: async (claim, { state, reason }) =>
      immediately(database, () => {
        if (!update({ ...LET_GO, state, reason, road: null, text: null }, heldBy(claim))) return false;
        freeNudges(database, claim.id);
        return true;
      }),

    expireDue: async ({ now, reason, ...time }) =>
      immediately(database, () => {
        const old = lte(delivery.expiresAt, now.epochMilliseconds);
        const open = and(eq(delivery.state, 'queued'), isNull(delivery.road), old, isFree(leaseTime(time)));
        const set = { ...LET_GO, state: 'expired', reason, text: null };
        const ended = orm.update(delivery).set(set).where(open).returning({ id: delivery.id }).all();
        freeNudges(database, ...ended.map(({ id }) => id));
        return ended.length;
      }),

    list: async ({ limit, ...query }) =>
      orm
        .select()
        .from(delivery)
        .where(matching(query))
        .orderBy(desc(delivery.createdAt), desc(delivery.id))
        .limit(limit)
        .all()
        .map(deliveryOf),

    count: async (query) =>
      orm.select({ found: count() }).from(delivery).where(matching(query)).get()?.found ?? 0,

    get: async (id) => {
      const row = orm.select().from(delivery).where(eq(delivery.id, id)).get();
      return row && deliveryOf(row);
    },

    retry: async (id, { at, expiresAt }) =>
      immediately(database, () => {
        const times = { nextAt: at.epochMilliseconds, expiresAt: expiresAt.epochMilliseconds };
        const set = { ...LET_GO, ...times, state: 'queued', reason: null, road: null, closedRoads: '[]' };
        return update(set, and(eq(delivery.id, id), inArray(delivery.state, ['expired', 'dead'])));
      }),

    drop: async (id, { reason, ...time }) =>
      immediately(database, () => {
        const set = { ...LET_GO, state: 'superseded', reason, road: null, text: null };
        const open = and(inArray(delivery.state, ['queued', 'expired', 'dead']), isFree(leaseTime(time)));
        if (!update(set, and(eq(delivery.id, id), open))) return false;
        freeNudges(database, id);
        return true;
      }),

    nextDue: async () => {
      const query = orm.select({ at: min(delivery.nextAt) }).from(delivery);
      const at = query.where(eq(delivery.state, 'queued')).get()?.at ?? null;
      return at === null ? undefined : Temporal.Instant.fromEpochMilliseconds(at);
    },

    forgetTextsOf: async (recipient) =>
      immediately(database, () => {
        const theirs = eq(delivery.recipient, recipient);
        const nothing = { text: null, road: null, platformId: null, closedRoads: '[]' };
        orm
          .update(delivery)
          .set({ ...nothing, reason: null })
          .where(and(theirs, ne(delivery.state, 'queued')))
          .run();
        // What a worker holds is left to it: it finds that the person is gone, or that it was sent already.
        const waiting = and(theirs, eq(delivery.state, 'queued'), isNull(delivery.leaseBy));
        const dropped = { ...nothing, state: 'superseded', reason: reasonText('dropped') };
        const ended = orm.update(delivery).set(dropped).where(waiting).returning({ id: delivery.id }).all();
        freeNudges(database, ...ended.map(({ id }) => id));
        orm.run(sql`DELETE FROM sent_card WHERE recipient = ${recipient}`);
      }),

    removeOld: async (before) =>
      immediately(database, () => {
        const old = lt(delivery.createdAt, before.epochMilliseconds);
        const ended = and(old, ne(delivery.state, 'queued'));
        const gone = orm.select({ id: delivery.id }).from(delivery).where(ended);
        orm.delete(nudge).where(inArray(nudge.delivery, gone)).run();
        return orm.delete(delivery).where(ended).run().changes;
      }),

    forgetTexts: async (before) =>
      immediately(database, () => {
        const at = sql`coalesce(${delivery.sentAt}, ${delivery.createdAt})`;
        const told = or(isNotNull(delivery.text), isNotNull(delivery.road), ne(delivery.closedRoads, '[]'));
        const old = and(told, sql`${at} < ${before.epochMilliseconds}`);
        return orm.update(delivery).set({ text: null, road: null, closedRoads: '[]' }).where(old).run()
          .changes;
      }),
  };
}

/** The steps that every message takes are prepared once. */
function beginQuery(database: Database) {
  return prepared(database, 'begin delivery', ({ orm }) =>
    orm
      .update(delivery)
      .set({
        attempts: sql`${delivery.attempts} + 1`,
        road: given('road'),
        text: given('text'),
        leaseUntil: given('longest'),
      })
      .where(and(HELD_BY, isHeld({ monotonic: given('monotonic'), longest: given('longest') })))
      .prepare(),
  );
}

function sentQuery(database: Database) {
  const set = { ...LET_GO, state: 'sent', reason: null };
  return prepared(database, 'delivery sent', ({ orm }) =>
    orm
      .update(delivery)
      .set({ ...set, ...givenEach(['platformId', 'sentAt']) })
      .where(HELD_BY)
      .prepare(),
  );
}

/** The nudges in a message that is sent. */
function broughtQuery(database: Database) {
  return prepared(database, 'nudges sent', ({ orm }) =>
    orm
      .update(nudge)
      .set({ state: 'sent', sentAt: given('sentAt') })
      .where(and(eq(nudge.delivery, given('id')), eq(nudge.state, 'planned')))
      .prepare(),
  );
}

const HELD_BY = and(
  eq(delivery.id, given('id')),
  eq(delivery.leaseBy, given('worker')),
  eq(delivery.state, 'queued'),
);

/** A lease that ran out still counts while nobody else took the delivery: what came of it is true. */
function heldBy({ id, worker }: Claim): SQL | undefined {
  return and(eq(delivery.id, id), eq(delivery.leaseBy, worker), eq(delivery.state, 'queued'));
}

function unsentOf(id: string): SQL | undefined {
  return and(eq(nudge.delivery, id), eq(nudge.state, 'planned'));
}

/** What was never brought goes, so that the planner can bring it anew when it holds. */
function freeNudges(database: Database, ...ids: readonly string[]): void {
  let freed = 0;
  for (const id of ids) freed += database.orm.delete(nudge).where(unsentOf(id)).run().changes;
  if (freed > 0) raiseNudgeVersion(database);
}

function matching({ states, recipient, since }: Omit<DeliveryQuery, 'limit'>): SQL | undefined {
  return and(
    states && inArray(delivery.state, [...states]),
    recipient && eq(delivery.recipient, recipient),
    since && gte(delivery.createdAt, since.epochMilliseconds),
  );
}
