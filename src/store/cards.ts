import type { Locale } from '../core/locale.ts';
import type { Card, Cards } from '../domain/card/cards.ts';
import type { Id } from '../domain/shared/record.ts';
import type { ChatPlatform } from '../domain/tenant/tenant.ts';
import type { Database } from './database.ts';
import { prepared } from './prepared.ts';

interface Row {
  platform: ChatPlatform;
  tenant: string;
  channel: string;
  message: string;
  subject: Id;
  request: string;
  locale: Locale;
  shared_by: Id<'person'>;
  shown: string;
  posted_at: number;
}

const KEY = 'platform = @platform AND tenant = @tenant AND channel = @channel AND message = @message';

/** The cards in channels. */
export function cardStore(database: Database): Cards {
  const run = (name: string, sql: string, values: Record<string, unknown>) =>
    prepared(database, name, ({ sqlite }) => sqlite.prepare(sql)).run(values);
  return {
    save: async (card) => {
      run(
        'save card',
        `INSERT OR REPLACE INTO card (platform, tenant, channel, message, subject, request, locale, shared_by, shown, posted_at)
         VALUES (@platform, @tenant, @channel, @message, @subject, @request, @locale, @sharedBy, @shown, @postedAt)`,
        { ...card, postedAt: card.postedAt.epochMilliseconds },
      );
    },
    update: async (card, shown) => {
      run('update card', `UPDATE card SET shown = @shown WHERE ${KEY}`, { ...keyOf(card), shown });
    },
    remove: async (card) => {
      run('remove card', `DELETE FROM card WHERE ${KEY}`, keyOf(card));
    },
    changedSince: async (platform, place) => changedSince(database, platform, place),
    removeOld: async (before) =>
      run('remove old cards', 'DELETE FROM card WHERE posted_at < @before', {
        before: before.epochMilliseconds,
      }).changes,
  };
}

/** The audit tells what changed; what belongs to a campaign counts as a change of it. */
function changedSince(
  database: Database,
  platform: ChatPlatform,
  place: number | undefined,
): { cards: Card[]; place: number } {
  const last = prepared(database, 'last audit', ({ sqlite }) =>
    sqlite.prepare('SELECT coalesce(max(no), 0) FROM audit').pluck(),
  ).get() as number;
  if (place === last) return { cards: [], place };
  const rows = prepared(database, `changed cards ${place === undefined}`, ({ sqlite }) =>
    sqlite.prepare(
      place === undefined
        ? 'SELECT * FROM card WHERE platform = @platform'
        : `SELECT DISTINCT card.* FROM audit
           LEFT JOIN link ON link.from_id = audit.record AND link.role = 'campaign'
           JOIN card ON card.subject IN (audit.record, link.to_id) OR card.shared_by = audit.record
           WHERE audit.no > @place AND card.platform = @platform`,
    ),
  ).all({ platform, ...(place === undefined ? {} : { place }) }) as Row[];
  return { cards: rows.map(cardOf), place: last };
}

function keyOf({ platform, tenant, channel, message }: Card) {
  return { platform, tenant, channel, message };
}

function cardOf({ shared_by: sharedBy, posted_at, ...row }: Row): Card {
  return { ...row, sharedBy, postedAt: Temporal.Instant.fromEpochMilliseconds(posted_at) };
}
