import { z } from 'zod';
import { HOME_ZONE } from '../../core/clock.ts';
import { TRIGGERS } from '../nudge/rule.ts';
import { clockTime, isoDate, shortText, zoneName } from '../shared/fields.ts';
import { idOf, KINDS, recordSchema } from '../shared/record.ts';

export const ROLES = ['reader', 'partner', 'coordinator'] as const;
export const role = z.enum(ROLES);
export type Role = z.infer<typeof role>;

export const person = recordSchema('person', {
  name: shortText,
  organisation: idOf('organisation'),
  role: role.default('reader'),
  /** True when this person grants rights within the own organisation and receives what has no contact. */
  contact: z.boolean().default(false),
  locale: z.enum(['nl', 'en']).default('nl'),
  zone: zoneName.default(HOME_ZONE),
  workingHours: z
    .strictObject({ from: clockTime, until: clockTime })
    .default({ from: '08:30', until: '17:00' }),
  absences: z.array(z.strictObject({ from: isoDate, until: isoDate })).default([]),
  standIn: idOf('person').optional(),
  email: z.email().max(200).optional(),
  /** Set when the person wants no e-mail any more (List-Unsubscribe). */
  emailOff: z.literal(true).optional(),
  /** When the weekly digest comes; ISO weekday, local time. `quietLine`: one line too when there is nothing. */
  digest: z
    .strictObject({
      weekday: z.int().min(1).max(5).default(1),
      time: clockTime.default('08:30'),
      off: z.boolean().default(false),
      quietLine: z.boolean().default(false),
    })
    .prefault({}),
  /** Whether the quarterly newsletter comes too. */
  letter: z.boolean().default(false),
  /** What this person does not want to be reminded of: a kind (the trigger of a rule), a record, or both. */
  mutes: z
    .array(
      z.strictObject({
        kind: z.enum(TRIGGERS).optional(),
        subject: idOf(...KINDS).optional(),
        until: isoDate.optional(),
      }),
    )
    .default([]),
  identities: z
    .array(z.strictObject({ platform: z.enum(['slack', 'teams']), tenant: shortText, user: shortText }))
    .default([]),
  active: z.boolean().default(true),
  /** A made-up person of calendars/demo. */
  demo: z.boolean().default(false),
});
export type Person = z.infer<typeof person>;
