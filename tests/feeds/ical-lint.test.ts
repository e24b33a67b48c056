import { describe, expect, test } from 'vitest';
import { buildFeed } from '../../src/feeds/build-feed.ts';
import { lintIcal } from './ical-lint.ts';
import { everyKind } from './sample-feed.ts';

const good = buildFeed({ title: 'Campagnekalender', locale: 'nl', entries: everyKind });

function lint(text: string): string[] {
  return lintIcal(Buffer.from(text));
}

describe('the lint finds', () => {
  test.each<[string, string, RegExp]>([
    ['a missing last line end', good.trimEnd(), /does not end/],
    ['a feed that was cut off', good.slice(0, good.length / 2), /does not end/],
    ['a bare line feed', good.replace('\r\nSUMMARY', '\nSUMMARY'), /bare CR or LF/],
    ['a bare carriage return', good.replace('Week van', 'Week\rvan'), /bare CR or LF/],
    ['a control character', good.replace('Week van', 'Week\u0007van'), /control character/],
    ['a line that is too long', good.replaceAll('\r\n ', ''), /a line of \d+ octets/],
    ['properties out of order', good.replace('VERSION:2.0\r\n', ''), /does not begin/],
    ['an unknown zone', good.replaceAll('TZID:Europe/London', 'TZID:London'), /unknown zone Europe\/London/],
    ['a doubled UID', good.replace('one-day@', 'timed@'), /twice UID:timed@/],
    ['a METHOD', good.replace('NAME:', 'METHOD:PUBLISH\r\nNAME:'), /METHOD/],
    ['an event without a stamp', good.replace(/DTSTAMP:\d+T\d+Z\r\n/, ''), /VEVENT without DTSTAMP/],
    ['an end before the start', good.replace('VALUE=DATE:20271018', 'VALUE=DATE:20271010'), /not after/],
    ['text outside of the calendar', `${good}X-A:1\r\n`, /outside of the calendar/],
    ['a line that is none', good.replace('SUMMARY:', 'SUMMARY'), /no content line/],
    ['an event that is not closed', good.replace('END:VEVENT\r\n', ''), /closes/],
    ['nothing in it', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n', /no component/],
  ])('%s', (_, text, expected) => {
    expect(lint(text).join('\n')).toMatch(expected);
  });

  test('a character that a fold cuts in two', () => {
    const [before = '', after = ''] = good.split('é', 2);
    const cut = Buffer.concat([
      Buffer.from(before),
      Buffer.from([0xc3, 13, 10, 32, 0xa9]),
      Buffer.from(after),
    ]);
    expect(lintIcal(cut).length).toBeGreaterThan(0);
  });
});
