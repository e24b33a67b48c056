import { and, asc, desc, eq, gte, inArray, lt, or, type SQL } from 'drizzle-orm';
import { matterKey, type Nudge, type NudgeAnswer, type NudgeState } from '../domain/nudge/nudge.ts';
import type {
  HandledSlot,
  HandledSlots,
  NudgePlan,
  NudgeStore,
  PlannedDelivery,
} from '../domain/nudge/nudge-store.ts';
import type { Id } from '../domain/shared/record.ts';
import type { Database } from './database.ts';
import { immediately } from './immediately.ts';
import { delivery as deliveryTable, slot, nudge as table } from './message-tables.ts';
import { nudgeVersion, raiseNudgeVersion } from './nudge-version.ts';
import { given, givenEach, prepared } from './prepared.ts';

type Row = typeof table.$inferSelect;

const COLUMNS = [
  ...([
    'id',
    'recipient',
    'subject',
    'rule',
    'step',
    'due',
    'other',
    'matter',
    'state',
    'createdAt',
  ] as const),
  ...(['delivery', 'sentAt', 'answer'] as const),
];
/** What is known of a delivery when it is queued. */
const QUEUED = [
  ...([
    'id',
    'key',
    'kind',
    'recipient',
    'about',
    'lane',
    'state',
    'createdAt',
    'nextAt',
    'expiresAt',
  ] as const),
];

/** The nudges over an open database: the SQLite side of domain/nudge/nudge-store.ts. */
export function nudgeStore(database: Database): NudgeStore {
  const { orm } = database;
  const rowsWhere = (where: SQL | undefined): Nudge[] =>
    orm.select().from(table).where(where).orderBy(desc(table.createdAt), table.id).all().map(fromRow);
  return {
    version: async () => nudgeVersion(database),
    get: async (id) => rowsWhere(eq(table.id, id))[0],
    about: async (matters) => (matters.length === 0 ? [] : aboutMatters(database, matters)),
    waitingFor: async (recipient, since) =>
      rowsWhere(and(eq(table.recipient, recipient), eq(table.state, 'sent'), gte(table.createdAt, since))),
    broughtBetween: async (from, until) =>
      orm
        .select()
        .from(table)
        .where(and(gte(table.sentAt, from), lt(table.sentAt, until)))
        .orderBy(asc(table.sentAt), asc(table.id))
        .all()
        .map(fromRow),
    ofDelivery: async (id) => rowsWhere(eq(table.delivery, id)),
    slots: async () => slotsOf(database),
    plan: async (at, decide) =>
      immediately(database, () => writePlan(database, at, decide(slotsIn(database)))),
    answer: async (id, answer, { alone }) =>
      immediately(database, () => writeAnswer(database, id, answer, alone)),
  };
}

/** All that was brought about a long list of matters: read at each plan, so without going through typed rows. */
function aboutMatters(database: Database, matters: readonly string[]): Nudge[] {
  const query = prepared(database, 'nudges about', ({ sqlite }) =>
    sqlite.prepare(
      `SELECT id, recipient, subject, rule, step, due, other, matter, state, created_at AS createdAt, delivery,
         sent_at AS sentAt, answer
       FROM nudge WHERE matter IN (SELECT value FROM json_each(?)) ORDER BY created_at DESC, id`,
    ),
  );
  return (query.all(JSON.stringify(matters)) as Row[]).map(fromRow);
}

function writePlan(database: Database, at: Temporal.Instant, { slots, deliveries }: NudgePlan): number {
  const write = prepared(database, 'write slot', ({ orm }) => {
    const set = givenEach(['day', 'digestDay']);
    return orm
      .insert(slot)
      .values({ recipient: given('recipient'), ...set })
      .onConflictDoUpdate({ target: slot.recipient, set })
      .prepare();
  });
  for (const { recipient, day, digestDay } of slots) write.run({ recipient, day, digestDay });
  const queued = deliveries.filter((planned) => queue(database, at, planned)).length;
  if (queued > 0) raiseNudgeVersion(database);
  return queued;
}

/** A message with a key that was used before is not queued again, and neither is what it would bring. */
function queue(database: Database, at: Temporal.Instant, { delivery, nudges }: PlannedDelivery): boolean {
  const { nextAt, expiresAt, about, ...rest } = delivery;
  const write = prepared(database, 'queue delivery', ({ orm }) =>
    orm.insert(deliveryTable).values(givenEach(QUEUED)).onConflictDoNothing().prepare(),
  );
  const { changes } = write.run({
    ...rest,
    about: about ?? null,
    state: 'queued',
    createdAt: at.epochMilliseconds,
    nextAt: nextAt.epochMilliseconds,
    expiresAt: expiresAt.epochMilliseconds,
  });
  if (changes === 0) return false;
  for (const one of nudges) insert(database, one);
  return true;
}

function insert(database: Database, one: Nudge): void {
  const write = prepared(database, 'write nudge', ({ orm }) =>
    orm.insert(table).values(givenEach(COLUMNS)).onConflictDoNothing().prepare(),
  );
  write.run(toRow(one));
}

/** Whether another message has one of these, or this one brought it already. */
export function isAnyTaken({ orm }: Database, id: string, nudges: readonly Nudge[]): boolean {
  const ids = nudges.map((one) => one.id);
  const rows = orm.select().from(table).where(inArray(table.id, ids)).all();
  return rows.some((row) => row.delivery !== id || row.state !== 'planned');
}

/** Puts these in a message in the place of those that it had; what it does not bring any more is free again. */
export function renewNudges(database: Database, id: string, nudges: readonly Nudge[]): void {
  const { orm } = database;
  const own = and(eq(table.delivery, id), eq(table.state, 'planned'));
  const had = new Set(
    orm
      .select({ id: table.id })
      .from(table)
      .where(own)
      .all()
      .map((row) => row.id),
  );
  const kept = new Set(nudges.map((one) => one.id));
  const gone = [...had].filter((one) => !kept.has(one));
  const added = nudges.filter((one) => !had.has(one.id));
  if (gone.length + added.length === 0) return;
  orm.delete(table).where(inArray(table.id, gone)).run();
  for (const one of added) insert(database, { ...one, delivery: id });
  raiseNudgeVersion(database);
}

/** An answer counts for everyone who was asked about the same, an escalated one too; unless it is for one alone. */
function writeAnswer(database: Database, id: string, answer: NudgeAnswer, alone: boolean): boolean {
  const { orm } = database;
  const asked = orm.select().from(table).where(eq(table.id, id)).get();
  // One whose arrival was never confirmed did arrive, when it is answered.
  if (!asked || asked.state === 'answered') return false;
  orm
    .update(table)
    .set({ state: 'answered', answer: JSON.stringify(answer) })
    .where(
      alone
        ? eq(table.id, id)
        : and(eq(table.matter, asked.matter), or(eq(table.state, 'sent'), eq(table.id, id))),
    )
    .run();
  raiseNudgeVersion(database);
  return true;
}

function slotsOf(database: Database): ReadonlyMap<string, HandledSlot> {
  const query = prepared(database, 'slots', ({ sqlite }) =>
    sqlite.prepare('SELECT recipient, day, digest_day AS digestDay FROM slot'),
  );
  return new Map((query.all() as HandledSlot[]).map((row) => [row.recipient, row]));
}

/** The same one by one, for a plan that is about few of them. */
function slotsIn(database: Database): HandledSlots {
  const query = prepared(database, 'slot of', ({ sqlite }) =>
    sqlite.prepare('SELECT recipient, day, digest_day AS digestDay FROM slot WHERE recipient = ?'),
  );
  return { get: (recipient) => query.get(recipient) as HandledSlot | undefined };
}

function toRow(one: Nudge): Row {
  return {
    ...one,
    other: one.other ?? null,
    matter: matterKey(one),
    delivery: one.delivery ?? null,
    sentAt: one.sentAt ?? null,
    answer: one.answer ? JSON.stringify(one.answer) : null,
  };
}

function fromRow({ matter: _matter, ...row }: Row): Nudge {
  return {
    ...row,
    recipient: row.recipient as Id<'person'>,
    subject: row.subject as Id,
    other: (row.other as Id | null) ?? undefined,
    state: row.state as NudgeState,
    delivery: row.delivery ?? undefined,
    sentAt: row.sentAt ?? undefined,
    answer: row.answer === null ? undefined : (JSON.parse(row.answer) as NudgeAnswer),
  };
}
