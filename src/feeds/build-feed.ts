import ical, {
  escape as escapeText,
  type ICalCalendar,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { HOME_ZONE } from '../core/clock.ts';
import type { Locale } from '../core/locale.ts';
import { cleanAddress, cleanLine, cleanText } from './clean-text.ts';
import { eventTimes } from './event-times.ts';
import type { FeedEntry } from './feed-entry.ts';
import { normalise } from './normalise.ts';
import { KNOWN_ZONES, timeZoneComponent } from './time-zones.ts';

/** An entry with its revision, as FeedStateStore keeps it. `stamp` is an ISO instant. */
export interface RevisedEntry extends FeedEntry {
  sequence: number;
  stamp: string;
}

export interface FeedInput {
  title: string;
  description?: string | undefined;
  locale: Locale;
  entries: readonly RevisedEntry[];
}

/** How often subscribers are asked to look again; Google and others decide for themselves. */
const REFRESH_HOURS = 4;

/**
 * A whole feed as iCalendar text (RFC 5545, 7986), the same bytes for the same input. Without METHOD, so
 * that DTSTAMP means the last revision. A feed without entries holds the home zone, since a calendar must
 * hold at least one component. Throws when two entries have the same UID: readers would lose one of them.
 */
export function buildFeed(input: FeedInput): string {
  const calendar = ical({
    prodId: { company: 'Campagneregie', product: 'Campagnekalender', language: input.locale },
    name: escapeText(cleanLine(input.title), false),
    ...(input.description && { description: escapeText(cleanText(input.description), false) }),
    timezone: { name: null, generator: timeZoneComponent },
    ttl: REFRESH_HOURS * 3600,
  });
  const entries = input.entries.toSorted(byDateAndUid);
  refuseDoubles(entries);
  for (const entry of entries) addEvent(calendar, entry);
  return normalise(entries.length > 0 ? calendar.toString() : withHomeZone(calendar.toString()));
}

function addEvent(calendar: ICalCalendar, entry: RevisedEntry): void {
  const times = eventTimes(entry.period);
  const stamp = Temporal.Instant.from(entry.stamp);
  const event = calendar.createEvent({
    id: cleanLine(entry.uid),
    sequence: entry.sequence,
    stamp,
    lastModified: stamp,
    created: entry.created ? Temporal.Instant.from(entry.created) : null,
    start: times.start,
    end: times.end,
    allDay: times.allDay,
    summary: cleanLine(entry.title),
    description: cleanText(entry.description) || null,
    categories: entry.categories
      .map(cleanLine)
      .filter(Boolean)
      .map((name) => ({ name })),
    status: ICalEventStatus[entry.status],
    transparency: times.allDay ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    url: (entry.url && cleanAddress(entry.url)) ?? null,
    location: entry.location ? cleanLine(entry.location) : null,
  });
  if (!times.allDay && KNOWN_ZONES.has(entry.period.zone)) event.timezone(entry.period.zone);
}

function byDateAndUid(one: FeedEntry, other: FeedEntry): number {
  return compare(one.period.start, other.period.start) || compare(one.uid, other.uid);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function refuseDoubles(entries: readonly FeedEntry[]): void {
  const seen = new Set<string>();
  for (const { uid } of entries) {
    if (seen.has(uid)) throw new Error(`two entries of a feed have the UID ${uid}`);
    seen.add(uid);
  }
}

function withHomeZone(text: string): string {
  return text.replace(/END:VCALENDAR$/, () => `${timeZoneComponent(HOME_ZONE)?.trimEnd()}\r\nEND:VCALENDAR`);
}
