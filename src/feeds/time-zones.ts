import { getVtimezoneComponent } from '@touch4it/ical-timezones';

/**
 * The zones whose VTIMEZONE in @touch4it/ical-timezones is right: a test holds each against the machine's
 * own rules. Elsewhere some are years behind (Mexico, Egypt), so those times are written in UTC instead.
 */
export const KNOWN_ZONES: ReadonlySet<string> = new Set(
  [
    'Amsterdam Athens Berlin Brussels Bucharest Budapest Copenhagen Dublin Helsinki Lisbon London Luxembourg',
    'Madrid Malta Oslo Paris Prague Riga Rome Sofia Stockholm Tallinn Vienna Vilnius Warsaw Zagreb Zurich',
  ].flatMap((line) => line.split(' ').map((city) => `Europe/${city}`)),
);

/** The VTIMEZONE of a known zone, without the address of the site that it was taken from. */
export function timeZoneComponent(zone: string): string | null {
  const component = getVtimezoneComponent(zone);
  return component?.replaceAll(/^TZURL:.*\r?\n/gm, '') ?? null;
}
