import type { Database } from '../src/store/database.ts';

/**
 * The least that must be written to send messages safely: for each of them that an attempt begins, with its
 * text and its lease, and that it was sent, with its nudges; each in a transaction that is on disk when it ends.
 */
export function plainOutbox({ sqlite }: Database): (ids: readonly string[]) => void {
  const begin = sqlite.prepare(
    `UPDATE delivery SET attempts = attempts + 1, road = ?, text = ?, lease_by = 'plain', lease_until = ?
     WHERE id = ? AND state = 'queued'`,
  );
  const sent = sqlite.prepare(
    `UPDATE delivery SET state = 'sent', sent_at = ?, lease_by = NULL, lease_until = NULL WHERE id = ?`,
  );
  const brought = sqlite.prepare("UPDATE nudge SET state = 'sent' WHERE delivery = ? AND state = 'planned'");
  const road = JSON.stringify({ platform: 'slack', tenant: 'T1', address: 'U1' });
  const end = sqlite.transaction((id: string) => {
    sent.run(1, id);
    brought.run(id);
  });
  return (ids) => {
    for (const id of ids) {
      begin.run(road, 'Er is iets.', 1, id);
      end.immediate(id);
    }
  };
}
