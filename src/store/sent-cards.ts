import type { Locale } from '../core/locale.ts';
import type { SentCard, SentCards } from '../domain/card/sent-cards.ts';
import type { Id } from '../domain/shared/record.ts';
import type { ChatPlatform } from '../domain/tenant/tenant.ts';
import type { Database } from './database.ts';
import { prepared } from './prepared.ts';

interface Row {
  platform: ChatPlatform;
  tenant: string;
  conversation: string;
  message: string;
  recipient: Id<'person' | 'subscription'>;
  locale: Locale;
  content: string;
  answers: string;
  sent_at: number;
}

const KEY =
  'platform = @platform AND tenant = @tenant AND conversation = @conversation AND message = @message';

/** Messages of the bot whose buttons may still be answered. */
export function sentCardStore(database: Database): SentCards {
  const statement = (sql: string) => prepared(database, sql, ({ sqlite }) => sqlite.prepare(sql));
  return {
    save: async ({ sentAt, ...card }) => {
      statement(
        `INSERT OR REPLACE INTO sent_card (platform, tenant, conversation, message, recipient, locale, content, sent_at)
         VALUES (@platform, @tenant, @conversation, @message, @recipient, @locale, @content, @sentAt)`,
      ).run({ ...card, sentAt: sentAt.epochMilliseconds });
    },
    find: async ({ platform, tenant, conversation, message }) =>
      cardOf(
        statement(`SELECT * FROM sent_card WHERE ${KEY}`).get({
          platform,
          tenant,
          conversation,
          message,
        }) as Row | undefined,
      ),
    answer: async ({ platform, tenant, conversation, message }, row, text) => {
      // In one statement, so that of two rows that are answered at once neither is lost.
      const found = statement(
        `UPDATE sent_card SET answers = json_set(answers, '$."' || @row || '"', @text) WHERE ${KEY} RETURNING *`,
      ).get({ platform, tenant, conversation, message, row: row.replaceAll(/[^\d-]/g, ''), text });
      return cardOf(found as Row | undefined);
    },
    removeOld: async (before) =>
      statement('DELETE FROM sent_card WHERE sent_at < @before').run({ before: before.epochMilliseconds })
        .changes,
  };
}

function cardOf(row: Row | undefined): SentCard | undefined {
  if (!row) return undefined;
  const { sent_at, answers, ...card } = row;
  return {
    ...card,
    answers: JSON.parse(answers) as Record<string, string>,
    sentAt: Temporal.Instant.fromEpochMilliseconds(sent_at),
  };
}
