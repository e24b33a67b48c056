import { todayAt } from '../src/core/clock.ts';
import { PROGRAM } from '../src/domain/access/actor.ts';
import { SENDING, sendingSwitch } from '../src/domain/nudge/switch.ts';
import type { AnyRecord } from '../src/domain/records.ts';
import type { SituationOptions } from '../src/jobs/situation.ts';
import type { Database } from '../src/store/database.ts';
import { denser } from './campaigns.ts';
import { filledStore, NOW, writeAll } from './filled-store.ts';
import { type PartnershipSize, partnershipOn } from './partnership.ts';

/** When sending began: five weeks before the Monday of the measurements. */
const STARTED = NOW.subtract({ hours: 5 * 7 * 24 });

export interface FilledMessages {
  stores: SituationOptions;
  database: Database;
  /** Puts a change into the database, as someone's command does. */
  touch(record: AnyRecord): Promise<void>;
  /** As if nothing had been planned or sent yet. */
  forget(): void;
  /** As if all that is planned had been brought at once. */
  bring(): void;
  /** Lets go of all that is planned but for so many messages. */
  keep(messages: number): void;
  close(): void;
}

/** A database file with calendars/ and a partnership of this size, in which sending has begun. */
export async function filledMessages(size: PartnershipSize, path?: string): Promise<FilledMessages> {
  const { store, database, messages, close } = await filledStore(denser(0), path);
  await writeAll(store, partnershipOn(todayAt(NOW), size));
  const touch = async (record: AnyRecord): Promise<void> => {
    const decide = () => ({ put: [record], result: undefined });
    await store.change({ actor: PROGRAM, action: 'bench.touch', at: NOW, ids: [record.id], decide });
  };
  await touch(sendingSwitch.parse({ id: SENDING, startedAt: STARTED.toString() }) as AnyRecord);
  return {
    stores: { store, ...messages },
    database,
    touch,
    forget: () => database.sqlite.exec('DELETE FROM nudge; DELETE FROM delivery; DELETE FROM slot'),
    bring: () => {
      const [milliseconds, text] = [NOW.epochMilliseconds, NOW.toString()];
      database.sqlite.prepare("UPDATE delivery SET state = 'sent', sent_at = ?").run(milliseconds);
      database.sqlite.prepare("UPDATE nudge SET state = 'sent', sent_at = ?").run(text);
    },
    keep: (messages) => {
      const kept = "SELECT id FROM delivery WHERE state = 'queued' ORDER BY id LIMIT ?";
      database.sqlite
        .prepare(`UPDATE delivery SET state = 'superseded' WHERE id NOT IN (${kept})`)
        .run(messages);
    },
    close,
  };
}
