import { type SQL, sql } from 'drizzle-orm';
import { delivery } from './message-tables.ts';

/** Now, and the end of a lease given now; monotonic milliseconds, or their places in a prepared query. */
export interface LeaseTime {
  monotonic: number | SQL;
  longest: number | SQL;
}

export function leaseTime({ monotonic, leaseFor }: { monotonic: number; leaseFor: number }): LeaseTime {
  return { monotonic, longest: monotonic + leaseFor };
}

/**
 * Whether a worker still holds the delivery. The monotonic clock begins anew when the machine does: a lease
 * that ends later than any lease given now is from before, and void.
 */
export function isHeld({ monotonic, longest }: LeaseTime): SQL {
  return sql`(${delivery.leaseUntil} > ${monotonic} AND ${delivery.leaseUntil} <= ${longest})`;
}

/** Whether anyone may take it; also where there is no lease at all. */
export function isFree(time: LeaseTime): SQL {
  return sql`(${delivery.leaseUntil} IS NULL OR NOT ${isHeld(time)})`;
}
