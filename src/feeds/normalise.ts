import { type Component, propertyOf, readComponent, writeComponent } from './content-lines.ts';

/** Properties in the order that readers expect; what is not named here keeps its place after them. */
const CALENDAR_ORDER = [
  'VERSION',
  'PRODID',
  'CALSCALE',
  'NAME',
  'X-WR-CALNAME',
  'DESCRIPTION',
  'X-WR-CALDESC',
  'X-WR-TIMEZONE',
  'REFRESH-INTERVAL',
  'X-PUBLISHED-TTL',
];
const EVENT_ORDER = [
  'UID',
  'SEQUENCE',
  'DTSTAMP',
  'CREATED',
  'LAST-MODIFIED',
  'DTSTART',
  'DTEND',
  'SUMMARY',
  'DESCRIPTION',
  'LOCATION',
  'URL',
  'CATEGORIES',
  'STATUS',
  'TRANSP',
];

/**
 * Mends what ical-generator 11 writes: properties in order and before components, zones before events, URL
 * values not escaped as text, no METHOD (which would ask for an ORGANIZER), folding at 75 octets and a CRLF
 * at the very end.
 */
export function normalise(text: string): string {
  const calendar = readComponent(text);
  const zones = calendar.inner.filter(({ name }) => name === 'VTIMEZONE');
  const others = calendar.inner.filter(({ name }) => name !== 'VTIMEZONE').map(normaliseEvent);
  const lines = ordered(calendar.lines, CALENDAR_ORDER).filter((line) => propertyOf(line) !== 'METHOD');
  return writeComponent({ name: calendar.name, lines, inner: [...zones, ...others] });
}

function normaliseEvent(event: Component): Component {
  return { ...event, lines: ordered(event.lines, EVENT_ORDER).map(unescapeAddress) };
}

function ordered(lines: readonly string[], order: readonly string[]): string[] {
  const rank = (line: string) => {
    const place = order.indexOf(propertyOf(line));
    return place === -1 ? order.length : place;
  };
  const ranked = lines.map((line) => ({ line, rank: rank(line) }));
  return ranked.sort((one, other) => one.rank - other.rank).map(({ line }) => line);
}

/** A URI has no text escapes: a comma in an address is a comma. */
function unescapeAddress(line: string): string {
  return propertyOf(line) === 'URL' ? line.replaceAll(/\\([\\;,])/g, '$1') : line;
}
