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
 * Who asks read the clock before it got to write, and may have waited for others that took leases meanwhile:
 * those end later than any given at its own moment.
 */
const WAITED = 60_000;

/**
 * Whether a worker still holds the delivery. The monotonic clock begins anew when the machine does: a lease
 * that ends much later than any lease given now is from before, and void.
 */
export function isHeld({ monotonic, longest }: LeaseTime): SQL {
  return sql`(${delivery.leaseUntil} > ${monotonic} AND ${delivery.leaseUntil} <= ${longest} + ${WAITED})`;
}

/** Whether anyone may take it; also where there is no lease at all. */
export function isFree(time: LeaseTime): SQL {
  return sql`(${delivery.leaseUntil} IS NULL OR NOT ${isHeld(time)})`;
}
