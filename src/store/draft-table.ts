import { integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';

/** The table of migrations/0005-drafts.sql, for typed queries; a test holds both equal. */
export const draft = sqliteTable(
  'draft',
  {
    id: text().primaryKey(),
    person: text().notNull(),
    command: text().notNull(),
    subject: text().notNull(),
    args: text().notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [unique().on(table.person, table.command, table.subject)],
);
