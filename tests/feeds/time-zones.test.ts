import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { KNOWN_ZONES, timeZoneComponent } from '../../src/feeds/time-zones.ts';

test.each([...KNOWN_ZONES])('the VTIMEZONE of %s says what the machine’s own rules say', (zone) => {
  const text = timeZoneComponent(zone) ?? '';
  const described = new ICAL.Timezone(new ICAL.Component(ICAL.parse(text)));
  expect(described.tzid).toBe(zone);
  expect(text).not.toContain('TZURL');
  for (let day = Temporal.PlainDate.from('2026-01-01'); day.year < 2031; day = day.add({ days: 1 })) {
    for (const hour of [1, 4, 12]) {
      const { year, month, day: number } = day;
      const offset = described.utcOffset(
        new ICAL.Time({ year, month, day: number, hour, minute: 0, second: 0 }, ICAL.Timezone.localTimezone),
      );
      const moment = day.toZonedDateTime({ timeZone: zone, plainTime: { hour } });
      if (moment.hour === hour && moment.hoursInDay === 24)
        expect([moment.toString(), offset]).toEqual([moment.toString(), moment.offsetNanoseconds / 1e9]);
    }
  }
});
