import { z } from 'zod';
import { bilingual, isoDate, longText, shortText, source } from '../shared/fields.ts';
import { idOf, recordSchema } from '../shared/record.ts';

const shared = {
  name: bilingual,
  /** Other words that people use for it, in either tongue; search finds them. */
  synonyms: z.array(shortText).default([]),
  note: longText.optional(),
  sources: z.array(source).default([]),
};

/** Kinds of fraud. A technique or a role (spoofing, geldezel) is a topic, not a form. */
export const form = recordSchema('form', {
  ...shared,
  partOf: idOf('form').optional(),
  /** The day since when the partners give it priority (row 5.06 of the plan); without it they do not. */
  priority: isoDate.optional(),
});
export const audience = recordSchema('audience', { ...shared, partOf: idOf('audience').optional() });
export const channel = recordSchema('channel', shared);
export const region = recordSchema('region', { ...shared, type: z.enum(['police-unit', 'country']) });
export const topic = recordSchema('topic', { ...shared, type: z.enum(['role', 'technique', 'instrument']) });

export type Form = z.infer<typeof form>;
export type Audience = z.infer<typeof audience>;
export type Channel = z.infer<typeof channel>;
export type Region = z.infer<typeof region>;
export type Topic = z.infer<typeof topic>;
