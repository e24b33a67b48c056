import { z } from 'zod';
import { HOME_ZONE } from '../../core/clock.ts';

/** Pieces of zod schema that several concepts share. Dates are ISO strings, so they sort as text. */

export const isoDate = z.string().refine(isRealDate, { error: 'not a date that exists (use YYYY-MM-DD)' });

function isRealDate(text: string): boolean {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  const date = Temporal.PlainDate.from({ year, month: Math.max(month, 1), day: Math.max(day, 1) });
  return date.toString() === text;
}

export const isoInstant = z.string().refine((text) => {
  try {
    return Temporal.Instant.from(text) !== undefined;
  } catch {
    return false;
  }
}, 'not a moment with an offset (use for example 2027-10-11T09:00+02:00)');

export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not a time (use HH:MM)');

export const zoneName = z.string().refine((name) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}, 'not an IANA time zone (use for example Europe/Amsterdam)');

const INVISIBLE = 'control characters are not allowed here';
export const shortText = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}*$/u, INVISIBLE);
export const longText = z
  .string()
  .trim()
  .min(1)
  .max(5_000)
  .regex(/^(\P{Cc}|[\n\t])*$/u, INVISIBLE);
export const webAddress = z.url({ protocol: /^https?$/ }).max(2_000);

/** Where a fact was found, and when someone last looked. `url` may be a bare site name in old notes. */
export const source = z.object({
  text: z.string().trim().min(1).max(500),
  url: webAddress.optional(),
  checkedOn: isoDate.optional(),
});
export type Source = z.infer<typeof source>;

export const bilingual = z.object({ nl: z.string().trim().min(1), en: z.string().trim().min(1) });

/**
 * A period of whole days (both inclusive, meaning days in `zone`), or, with times, of moments.
 * `startTime` without `endTime` lasts until the end of `end`.
 */
export const period = z
  .object({
    start: isoDate,
    end: isoDate,
    startTime: clockTime.optional(),
    endTime: clockTime.optional(),
    zone: zoneName.default(HOME_ZONE),
  })
  .refine((value) => value.start <= value.end, { error: 'the end is before the start', path: ['end'] })
  .refine(
    (value) =>
      value.start < value.end || !value.startTime || !value.endTime || value.startTime < value.endTime,
    { error: 'the end time is before the start time', path: ['endTime'] },
  );
export type Period = z.infer<typeof period>;
