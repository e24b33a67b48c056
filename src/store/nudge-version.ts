import { eq, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { meta } from './schema.ts';

/** Rises when nudges are planned, answered or set free; what was read of them before may not be true any more. */
export function nudgeVersion({ orm }: Database): number {
  const row = orm.select({ value: meta.value }).from(meta).where(eq(meta.key, 'nudges')).get();
  return Number(row?.value ?? 0);
}

/** To be called inside the transaction that changes them. */
export function raiseNudgeVersion({ orm }: Database): void {
  orm
    .insert(meta)
    .values({ key: 'nudges', value: '1' })
    .onConflictDoUpdate({ target: meta.key, set: { value: sql`CAST(${meta.value} AS INTEGER) + 1` } })
    .run();
}
