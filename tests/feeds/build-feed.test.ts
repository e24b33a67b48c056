import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { buildFeed, type FeedInput, type RevisedEntry } from '../../src/feeds/build-feed.ts';
import { lintIcal } from './ical-lint.ts';
import { everyKind, HOME, sampleEntry } from './sample-feed.ts';

function build(entries: readonly RevisedEntry[], more: Partial<FeedInput> = {}): string {
  return buildFeed({ title: 'Campagnekalender', locale: 'nl', entries, ...more });
}

function events(text: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event, { exceptions: [] }));
}

function lines(text: string): string[] {
  return text.replaceAll(/\r\n /g, '').split('\r\n');
}

test('a feed with every kind of entry passes our lint, and a reader finds all of them', () => {
  const text = build(everyKind, { description: 'Alle campagnes, van iedereen\nook de uwe' });
  expect(lintIcal(Buffer.from(text))).toEqual([]);
  expect(
    events(text)
      .map((event) => event.uid)
      .sort(),
  ).toEqual(everyKind.map(({ uid }) => uid).sort());
});

test('the same input gives the same bytes, in whatever order the entries come', () => {
  expect(build(everyKind.toReversed())).toBe(build(everyKind));
});

test('an all-day period ends, as iCalendar has it, on the day after its last', () => {
  const text = lines(build([sampleEntry()]));
  expect(text).toContain('DTSTART;VALUE=DATE:20271011');
  expect(text).toContain('DTEND;VALUE=DATE:20271018');
  expect(text).toContain('TRANSP:TRANSPARENT');
});

test('an entry carries its revision in UTC', () => {
  const text = lines(build([sampleEntry({ sequence: 4, stamp: '2026-11-23T09:00:01Z' })]));
  expect(text).toContain('SEQUENCE:4');
  expect(text).toContain('DTSTAMP:20261123T090001Z');
  expect(text).toContain('LAST-MODIFIED:20261123T090001Z');
});

test('a feed asks for a refresh, has no METHOD and no alarms', () => {
  const text = lines(build(everyKind));
  expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT4H');
  expect(text).toContain('X-PUBLISHED-TTL:PT4H');
  expect(text.filter((line) => /^METHOD|VALARM/.test(line))).toEqual([]);
});

test('a feed without entries is still a whole calendar with one component', () => {
  const text = build([]);
  expect(lintIcal(Buffer.from(text))).toEqual([]);
  expect(events(text)).toEqual([]);
});

test('two entries with one UID are refused: a reader would lose one of them', () => {
  expect(() => build([sampleEntry(), sampleEntry()])).toThrow(/UID week-van-de-veiligheid-2027/);
});

describe('a timed entry', () => {
  function moments(period: RevisedEntry['period']) {
    const [event] = events(build([sampleEntry({ period })]));
    return [event?.startDate, event?.endDate].map(
      (time) => time && Temporal.Instant.fromEpochMilliseconds(time.toJSDate().getTime()).toString(),
    );
  }

  test.each<[string, RevisedEntry['period'], string[]]>([
    [
      'lasts four hours over the night that summer time begins',
      { start: '2027-03-27', end: '2027-03-28', startTime: '23:00', endTime: '04:00', zone: HOME },
      ['2027-03-27T22:00:00Z', '2027-03-28T02:00:00Z'],
    ],
    [
      'lasts six hours over the night that winter time begins',
      { start: '2027-10-30', end: '2027-10-31', startTime: '23:00', endTime: '04:00', zone: HOME },
      ['2027-10-30T21:00:00Z', '2027-10-31T03:00:00Z'],
    ],
    [
      'keeps the hours of its own zone',
      { start: '2027-06-01', end: '2027-06-01', startTime: '10:00', endTime: '11:30', zone: 'Europe/London' },
      ['2027-06-01T09:00:00Z', '2027-06-01T10:30:00Z'],
    ],
    [
      'without an end lasts until midnight, and is right in a zone whose VTIMEZONE is out of date',
      { start: '2027-06-01', end: '2027-06-01', startTime: '10:00', zone: 'America/Mexico_City' },
      ['2027-06-01T16:00:00Z', '2027-06-02T06:00:00Z'],
    ],
    [
      'without a start begins at midnight',
      { start: '2027-10-11', end: '2027-10-11', endTime: '12:00', zone: HOME },
      ['2027-10-10T22:00:00Z', '2027-10-11T10:00:00Z'],
    ],
    [
      'inside the hour that is skipped still ends after it starts',
      { start: '2027-03-28', end: '2027-03-28', startTime: '02:45', endTime: '03:15', zone: HOME },
      ['2027-03-28T01:45:00Z', '2027-03-28T01:46:00Z'],
    ],
  ])('%s', (_, period, expected) => {
    expect(moments(period)).toEqual(expected);
  });
});

describe('for any text', () => {
  const nasty = fc.constantFrom(
    ...['\r\n', '\r', '\n', '\u0000', '\u0007', '\u001c', '\u0085', '\u2028', '\ud800', ' ', '\t', '\uFEFF'],
    ...[
      ',',
      ';',
      '\\',
      '\\n',
      ':',
      '"',
      '^',
      '😀',
      '👨‍👩‍👧',
      'é',
      '\u0301',
      'BEGIN:VEVENT',
      'END:VCALENDAR\r\n',
    ],
  );
  const text = fc
    .array(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 30 }), fc.string()), { maxLength: 12 })
    .map((pieces) => pieces.join(''));
  // ical.js 2.2.1 takes the comma after a written-out backslash for an escaped one.
  const category = text.filter((given) => !kept(given).endsWith('\\'));

  /** What a reader should get: our own rule of what is kept, written in another way than the code's. */
  function kept(given: string): string {
    const characters = [...given.toWellFormed().replaceAll('\r\n', '\n')].map((character) => {
      if ('\r\v\f\u0085\u2028\u2029'.includes(character)) return '\n';
      const code = character.codePointAt(0) ?? 0;
      const isControl = code < 32 || (code >= 127 && code < 160);
      return isControl && character !== '\n' && character !== '\t' ? '' : character;
    });
    return characters.join('').trim();
  }

  test('title, description, place, categories and calendar name come back whole, and break nothing', () => {
    fc.assert(
      fc.property(
        text,
        text,
        text,
        fc.array(category, { maxLength: 3 }),
        (title, description, location, categories) => {
          const entry = sampleEntry({ title, description, location, categories });
          const written = build([entry, sampleEntry({ uid: 'other@campagneregie' })], { title, description });
          expect(lintIcal(Buffer.from(written))).toEqual([]);
          const found = events(written);
          expect(found.length).toBe(2);
          const event = found.find(({ uid }) => uid === entry.uid);
          const onOneLine = (given: string) => kept(given).replaceAll(/\s+/g, ' ');
          expect(event?.summary ?? '').toBe(onOneLine(title));
          expect(event?.description ?? '').toBe(kept(description));
          expect(event?.location ?? '').toBe(onOneLine(location));
          const given = event?.component.getFirstProperty('categories')?.getValues() ?? [];
          expect(given).toEqual(categories.map(onOneLine).filter(Boolean));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('an address is written as an address, or not at all', () => {
    fc.assert(
      fc.property(text, (query) => {
        const url = `https://campagneregie.example/?q=${query}`;
        const written = build([sampleEntry({ url })]);
        expect(lintIcal(Buffer.from(written))).toEqual([]);
        const [event] = events(written);
        expect(event?.component.getFirstPropertyValue('url')).toBe(new URL(url).href.replaceAll('\\', '%5C'));
      }),
    );
    const [event] = events(build([sampleEntry({ url: 'javascript:alert(1)' })]));
    expect(event?.component.getFirstPropertyValue('url')).toBeNull();
  });
});
