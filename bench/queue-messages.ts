import type { Road } from '../src/domain/delivery/road.ts';
import type { Database } from '../src/store/database.ts';
import { delivery } from '../src/store/message-tables.ts';
import { NOW } from './filled-store.ts';
import type { PartnershipSize } from './partnership.ts';

/** Queues a message for each of the first so many people, due now, in the lanes of their tenants; gives the ids. */
export function queueMessages(
  { orm }: Database,
  { people, tenants }: PartnershipSize,
  count: number,
): string[] {
  const createdAt = NOW.epochMilliseconds;
  const times = { createdAt, nextAt: createdAt, expiresAt: createdAt + 86_400_000 };
  const ids = Array.from({ length: count }, (_, number) => `message-${number}`);
  orm.transaction((transaction) => {
    for (const [number, id] of ids.entries()) {
      const recipient = `person/bench-${number % people}`;
      const lane = `slack T${number % tenants}`;
      const row = { id, key: id, kind: 'nudges', recipient, state: 'queued', lane, ...times };
      transaction.insert(delivery).values(row).run();
    }
  });
  return ids;
}

/** Where such a message goes. */
export function roadIn(lane: string, recipient: string): Road {
  return { platform: 'slack', tenant: lane.slice('slack '.length), address: recipient };
}
