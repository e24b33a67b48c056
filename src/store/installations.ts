import type { Installations } from '../domain/tenant/installations.ts';
import type { Database } from './database.ts';
import { prepared } from './prepared.ts';

/** The access to workspaces, as it was given: encrypted. */
export function installationStore(database: Database): Installations {
  return {
    save: async (id, sealed) => {
      prepared(database, 'save installation', ({ sqlite }) =>
        sqlite.prepare(
          'INSERT INTO installation (id, sealed) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed',
        ),
      ).run(id, sealed);
    },
    read: async (id) => {
      const query = prepared(database, 'read installation', ({ sqlite }) =>
        sqlite.prepare('SELECT sealed FROM installation WHERE id = ?').pluck(),
      );
      return query.get(id) as Buffer | undefined;
    },
    remove: async (id) => {
      prepared(database, 'remove installation', ({ sqlite }) =>
        sqlite.prepare('DELETE FROM installation WHERE id = ?'),
      ).run(id);
    },
  };
}
