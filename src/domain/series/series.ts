import { z } from 'zod';
import { longText, shortText, source, webAddress } from '../shared/fields.ts';
import { idOf, recordSchema } from '../shared/record.ts';

const month = z.int().min(1).max(12);
const weekday = z.int().min(1).max(7);

/**
 * When a series takes place. Weekdays and ISO weeks count from Monday = 1. `offset` (days) shifts the
 * start that the rule finds; `days` is the length, both ends counted.
 */
const shared = { offset: z.int().min(-366).max(366).default(0), days: z.int().min(1).max(366).default(1) };
export const dateRule = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('iso-week'), week: z.int().min(1).max(53), ...shared }),
  z.strictObject({
    type: z.literal('weekday-in-week-of'),
    weekday,
    month,
    day: z.int().min(1).max(31),
    ...shared,
  }),
  z.strictObject({ type: z.literal('nth-weekday'), month, weekday, nth: z.int().min(-5).max(5), ...shared }),
  z.strictObject({ type: z.literal('fixed-date'), month, day: z.int().min(1).max(31), ...shared }),
  z.strictObject({ type: z.literal('whole-month'), month }),
  z.strictObject({ type: z.literal('announced-yearly') }),
]);
export type DateRule = z.infer<typeof dateRule>;

/** `campaign`: somebody leads it. `inhaakmoment`: an outside moment, crowding but never a clash. */
export const seriesType = z.enum(['campaign', 'inhaakmoment']);

export const series = recordSchema('series', {
  name: shortText,
  aliases: z.array(shortText).default([]),
  type: seriesType,
  rule: dateRule,
  /** What the rule rests on, and on which years it was tried; shown beside a provisional date. */
  ruleBasis: longText.optional(),
  usualMonths: z.array(month).min(1),
  /** False while it is not known whether there will be a next edition at all. */
  takesPlace: z.boolean().default(true),
  leads: z.array(idOf('organisation')).default([]),
  partners: z.array(idOf('organisation', 'group')).default([]),
  audiences: z.array(idOf('audience')).default([]),
  forms: z.array(idOf('form')).default([]),
  topics: z.array(idOf('topic')).default([]),
  channels: z.array(idOf('channel')).default([]),
  regions: z.array(idOf('region')).default([]),
  organiser: shortText.optional(),
  website: webAddress.optional(),
  note: longText.optional(),
  sources: z.array(source).default([]),
});
export type Series = z.infer<typeof series>;
