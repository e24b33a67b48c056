import { z } from 'zod';
import { isoDate, longText, shortText, source, webAddress } from '../shared/fields.ts';
import { idOf, recordSchema } from '../shared/record.ts';

/** A name that an organisation had, with the days on which it was in force (either end may be open). */
export const formerName = z.strictObject({
  name: shortText,
  short: shortText.optional(),
  from: isoDate.optional(),
  until: isoDate.optional(),
  source: source.optional(),
});

export const organisation = recordSchema('organisation', {
  name: shortText,
  short: shortText,
  /** Other spellings that sources and people use; found by search, never shown as the name. */
  aliases: z.array(shortText).default([]),
  formerNames: z.array(formerName).default([]),
  region: idOf('region').optional(),
  website: webAddress.optional(),
  note: longText.optional(),
  sources: z.array(source).default([]),
});
export type Organisation = z.infer<typeof organisation>;

/** A named set of organisations. `members` is absent while the membership is not known. */
export const group = recordSchema('group', {
  name: shortText,
  aliases: z.array(shortText).default([]),
  members: z.array(idOf('organisation')).optional(),
  note: longText.optional(),
  sources: z.array(source).default([]),
});
export type Group = z.infer<typeof group>;
