import { and, desc, eq, inArray, lt, ne, type SQL } from 'drizzle-orm';
import { Refusal } from '../core/errors.ts';
import { randomIds } from '../core/ids.ts';
import type { Draft, Drafts } from '../domain/draft/drafts.ts';
import type { Id } from '../domain/shared/record.ts';
import type { Database } from './database.ts';
import { draft as table } from './draft-table.ts';
import { immediately } from './immediately.ts';

/** What one form may hold, as JSON, and how many a person may have: the oldest make room. */
const MOST_BYTES = 60_000;
const MOST_EACH = 50;

/** The drafts over an open database: the SQLite side of domain/draft/drafts.ts. */
export function draftStore(database: Database): Drafts {
  const { orm } = database;
  const newId = randomIds();
  const rowsWhere = (where: SQL | undefined): Draft[] =>
    orm.select().from(table).where(where).orderBy(desc(table.updatedAt), table.id).all().map(fromRow);
  return {
    save: async ({ person, command, subject = '', args, updatedAt }) => {
      const text = JSON.stringify(args);
      if (Buffer.byteLength(text) > MOST_BYTES) throw new Refusal('draft-too-long');
      const set = { args: text, updatedAt: updatedAt.epochMilliseconds };
      return immediately(database, () => {
        const { id } = orm
          .insert(table)
          .values({ id: newId(), person, command, subject, ...set })
          .onConflictDoUpdate({ target: [table.person, table.command, table.subject], set })
          .returning({ id: table.id })
          .get();
        removeOldest(database, person, id);
        return id;
      });
    },
    get: async (person, id) => rowsWhere(and(eq(table.person, person), eq(table.id, id)))[0],
    find: async (person, command, subject = '') =>
      rowsWhere(and(eq(table.person, person), eq(table.command, command), eq(table.subject, subject)))[0],
    list: async (person) => rowsWhere(eq(table.person, person)),
    remove: async (person, id) =>
      immediately(database, () => {
        orm
          .delete(table)
          .where(and(eq(table.person, person), eq(table.id, id)))
          .run();
      }),
    removeOf: async (person) =>
      immediately(database, () => {
        orm.delete(table).where(eq(table.person, person)).run();
      }),
    removeOld: async (before) =>
      immediately(
        database,
        () => orm.delete(table).where(lt(table.updatedAt, before.epochMilliseconds)).run().changes,
      ),
  };
}

/** Makes room for what was just saved. */
function removeOldest({ orm }: Database, person: Id<'person'>, saved: string): void {
  const others = and(eq(table.person, person), ne(table.id, saved));
  const newest = orm.select({ id: table.id }).from(table).where(others);
  const ids = newest.orderBy(desc(table.updatedAt), table.id).all();
  const tooMany = ids.slice(MOST_EACH - 1).map(({ id }) => id);
  if (tooMany.length > 0) orm.delete(table).where(inArray(table.id, tooMany)).run();
}

function fromRow({ subject, args, updatedAt, ...row }: typeof table.$inferSelect): Draft {
  return {
    ...row,
    person: row.person as Id<'person'>,
    subject: subject === '' ? undefined : subject,
    args: JSON.parse(args),
    updatedAt: Temporal.Instant.fromEpochMilliseconds(updatedAt),
  };
}
