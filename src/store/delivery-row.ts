import type { Delivery, DeliveryKind, DeliveryState } from '../domain/delivery/delivery.ts';
import type { Road } from '../domain/delivery/road.ts';
import type { Id } from '../domain/shared/record.ts';
import type { delivery } from './message-tables.ts';

export type DeliveryRow = typeof delivery.$inferSelect;

/** A row of the outbox as the domain knows it. */
export function deliveryOf(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    key: row.key,
    kind: row.kind as DeliveryKind,
    recipient: row.recipient as Delivery['recipient'],
    about: (row.about as Id<'campaign'> | null) ?? undefined,
    state: row.state as DeliveryState,
    lane: row.lane,
    createdAt: moment(row.createdAt),
    nextAt: moment(row.nextAt),
    expiresAt: moment(row.expiresAt),
    attempts: row.attempts,
    road: row.road === null ? undefined : (JSON.parse(row.road) as Road),
    closedRoads: JSON.parse(row.closedRoads) as string[],
    reason: row.reason ?? undefined,
    platformId: row.platformId ?? undefined,
    sentAt: row.sentAt === null ? undefined : moment(row.sentAt),
    text: row.text ?? undefined,
  };
}

function moment(milliseconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds);
}
