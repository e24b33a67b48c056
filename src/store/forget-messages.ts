import type { Database } from './database.ts';
import { draft } from './draft-table.ts';
import { immediately } from './immediately.ts';
import { delivery, nudge, slot } from './message-tables.ts';

/**
 * Takes all messages and nudges out of a copy of the database, so that a simulation begins with nothing sent;
 * and what people began to write, which a simulation has no use for.
 */
export function forgetMessages(database: Database): void {
  immediately(database, () => {
    database.orm.delete(nudge).run();
    database.orm.delete(delivery).run();
    database.orm.delete(slot).run();
    database.orm.delete(draft).run();
  });
}
