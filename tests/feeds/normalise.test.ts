import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readComponent, writeComponent } from '../../src/feeds/content-lines.ts';
import { normalise } from '../../src/feeds/normalise.ts';

const asGenerated = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//a//b//NL',
  'METHOD:PUBLISH',
  'BEGIN:VEVENT',
  'SUMMARY:x',
  'URL;VALUE=URI:https://a.example/?q=a\\,b\\;c\\\\d',
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  'END:VALARM',
  'CREATED:20260101T000000Z',
  'UID:a',
  'END:VEVENT',
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Amsterdam',
  'END:VTIMEZONE',
  'X-PUBLISHED-TTL:PT4H',
  'END:VCALENDAR',
].join('\r\n');

describe('normalising', () => {
  const lines = normalise(asGenerated).split('\r\n');
  const place = (line: string) => lines.indexOf(line);

  test('ends the last line', () => {
    expect(normalise(asGenerated).endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  test('puts zones before events, and properties before components', () => {
    expect(place('BEGIN:VTIMEZONE')).toBeLessThan(place('BEGIN:VEVENT'));
    expect(place('X-PUBLISHED-TTL:PT4H')).toBeLessThan(place('BEGIN:VTIMEZONE'));
    expect(place('CREATED:20260101T000000Z')).toBeLessThan(place('BEGIN:VALARM'));
    expect(place('UID:a')).toBeLessThan(place('CREATED:20260101T000000Z'));
  });

  test('takes the text escapes out of an address', () => {
    expect(lines).toContain('URL;VALUE=URI:https://a.example/?q=a,b;c\\d');
  });

  test('leaves METHOD out, which would ask for an organiser', () => {
    expect(lines).not.toContain('METHOD:PUBLISH');
  });

  test('normalising twice is normalising once', () => {
    expect(normalise(normalise(asGenerated))).toBe(normalise(asGenerated));
  });

  test('refuses what is not one whole calendar', () => {
    expect(() => normalise(asGenerated.slice(0, -20))).toThrow();
    expect(() => normalise('BEGIN:VEVENT\r\nEND:VCALENDAR')).toThrow(/END:VCALENDAR closes VEVENT/);
  });
});

test('whatever is folded is at most 75 octets a line, and unfolds to what it was', () => {
  const value = fc.string({ unit: 'grapheme', maxLength: 300 }).map((text) => text.replaceAll(/[\r\n]/g, ''));
  fc.assert(
    fc.property(value, (text) => {
      const component = { name: 'VEVENT', lines: [`SUMMARY:${text}`], inner: [] };
      const written = writeComponent(component);
      for (const line of written.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(readComponent(written)).toEqual(component);
    }),
  );
});
