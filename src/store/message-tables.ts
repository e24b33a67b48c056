import { integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';

/** The tables of migrations/0004-messages.sql, for typed queries; a test holds both equal. */
export const nudge = sqliteTable(
  'nudge',
  {
    id: text().primaryKey(),
    recipient: text().notNull(),
    subject: text().notNull(),
    rule: text().notNull(),
    step: text().notNull(),
    due: text().notNull(),
    other: text(),
    matter: text().notNull(),
    state: text().notNull(),
    createdAt: text('created_at').notNull(),
    delivery: text(),
    sentAt: text('sent_at'),
    answer: text(),
  },
  (table) => [unique().on(table.recipient, table.subject, table.rule, table.step, table.due)],
);

export const delivery = sqliteTable('delivery', {
  id: text().primaryKey(),
  key: text().notNull().unique(),
  kind: text().notNull(),
  recipient: text().notNull(),
  about: text(),
  state: text().notNull(),
  lane: text().notNull(),
  createdAt: integer('created_at').notNull(),
  nextAt: integer('next_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
  attempts: integer().notNull().default(0),
  road: text(),
  closedRoads: text('closed_roads').notNull().default('[]'),
  leaseBy: text('lease_by'),
  leaseUntil: integer('lease_until'),
  reason: text(),
  platformId: text('platform_id'),
  sentAt: integer('sent_at'),
  text: text(),
});

export const slot = sqliteTable('slot', {
  recipient: text().primaryKey(),
  day: text().notNull(),
  digestDay: text('digest_day').notNull(),
});
