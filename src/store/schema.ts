import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The tables of migrations/, for typed queries; a test holds both equal. */
export const record = sqliteTable('record', {
  no: integer().primaryKey(),
  id: text().notNull(),
  kind: text().notNull(),
  version: integer().notNull(),
  visibility: text().notNull(),
  owner: text(),
  embargo: text(),
  restricted: integer().notNull(),
  data: text().notNull(),
});

export const link = sqliteTable(
  'link',
  { from: text('from_id').notNull(), role: text().notNull(), to: text('to_id').notNull() },
  (table) => [primaryKey({ columns: [table.to, table.role, table.from] })],
);

export const entry = sqliteTable('entry', {
  no: integer().primaryKey(),
  id: text().notNull(),
  first: text().notNull(),
  last: text().notNull(),
  long: integer().notNull(),
  type: text().notNull(),
  progress: text().notNull(),
  dateState: text('date_state').notNull(),
  materials: integer().notNull(),
  visibility: text().notNull(),
  owner: text(),
  embargo: text(),
  restricted: integer().notNull(),
});

export const name = sqliteTable('name', { folded: text().notNull(), no: integer().notNull() }, (table) => [
  primaryKey({ columns: [table.folded, table.no] }),
]);

export const account = sqliteTable(
  'account',
  {
    platform: text().notNull(),
    tenant: text().notNull(),
    user: text().notNull(),
    no: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.platform, table.tenant, table.user] })],
);

export const audit = sqliteTable('audit', {
  no: integer().primaryKey(),
  at: text().notNull(),
  person: text(),
  action: text().notNull(),
  record: text().notNull(),
  before: text(),
  after: text().notNull(),
});

export const receipt = sqliteTable('receipt', {
  key: text().primaryKey(),
  at: text().notNull(),
  result: text().notNull(),
});

export const meta = sqliteTable('meta', { key: text().primaryKey(), value: text().notNull() });
