import { calendarSpan } from '../campaign/calendar-entry.ts';
import { type AnyRecord, isKind } from '../records.ts';

export interface Ranked {
  record: AnyRecord;
  fit: number;
  /** What it has of what was asked, folded, for marking it. */
  why: readonly string[];
}

const NEVER = '9999-12-31';
/** Fits that differ less than this are about equal. */
const STEP = 0.08;
const PAST = 0.05;
const OVER = 0.2;
const EDITION = 0.25;
const STRONG = 0.05;

/**
 * Best first. What is over comes after what is current, strong evidence before weak at about equal fit, and of one
 * series the coming edition first and the others behind what fits about as well.
 */
export function ranked(hits: readonly Ranked[], today: Temporal.PlainDate | undefined): Ranked[] {
  const day = today?.toString() ?? '';
  const weighed = hits.map((hit) => ({ ...hit, fit: hit.fit - lessFor(hit.record, day) }));
  weighed.sort((a, b) => compare(a, b, day));
  const seen = new Map<string, number>();
  const spread = weighed.map((hit) => {
    if (!isKind(hit.record, 'campaign') || !hit.record.series) return hit;
    const before = seen.get(hit.record.series) ?? 0;
    seen.set(hit.record.series, before + 1);
    return { ...hit, fit: hit.fit - Math.min(before, 2) * EDITION };
  });
  return spread.sort((a, b) => compare(a, b, day));
}

function compare(a: Ranked, b: Ranked, day: string): number {
  const byFit = Math.round(b.fit / STEP) - Math.round(a.fit / STEP);
  if (byFit !== 0) return byFit;
  const [one, other] = [lastDay(a.record), lastDay(b.record)];
  const byPast = Number(one < day) - Number(other < day);
  if (byPast !== 0) return byPast;
  const byDay = one === other ? 0 : one < other ? -1 : 1;
  return b.fit - a.fit || (one < day ? -byDay : byDay) || (a.record.id < b.record.id ? -1 : 1);
}

function lessFor(record: AnyRecord, day: string): number {
  if (isKind(record, 'campaign'))
    return (lastDay(record) < day ? PAST : 0) + (record.progress === 'cancelled' ? OVER : 0);
  if (isKind(record, 'signal')) return record.state === 'closed' ? OVER : 0;
  if (isKind(record, 'action')) return record.state === 'dropped' ? OVER : 0;
  if (isKind(record, 'practice')) return /[AB]/.test(record.evidence[0] ?? '') ? -STRONG : 0;
  return 0;
}

/** Records that are not in the calendar never pass. */
function lastDay(record: AnyRecord): string {
  return isKind(record, 'campaign') ? (calendarSpan(record)?.last ?? NEVER) : NEVER;
}
