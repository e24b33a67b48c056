import { z } from 'zod';
import { isoDate, isoInstant, longText, shortText, source } from '../shared/fields.ts';
import { idOf, recordSchema } from '../shared/record.ts';

export const quarter = z.string().regex(/^\d{4}-Q[1-4]$/, 'not a quarter (use for example 2027-Q3)');

export const plan = recordSchema('plan', {
  /** The prefix of its actions' keys: AP24. */
  key: z.string().regex(/^[A-Z]{1,6}\d{2}$/),
  title: shortText,
  /** From its first day until the end of its last quarter. */
  start: isoDate,
  end: isoDate,
  /** A coordinator may extend it past its end; otherwise it is over after it. */
  extendedUntil: isoDate.optional(),
  themes: z.array(z.strictObject({ no: z.int().min(1), title: shortText, objective: longText.optional() })),
  sources: z.array(source).default([]),
  /** The pasted text of a plan that is not saved yet: it has no actions, and nobody but its makers sees it. */
  draft: z
    .strictObject({ text: z.string().max(200_000), visibility: z.enum(['public', 'partners']) })
    .optional(),
});
export type Plan = z.infer<typeof plan>;

/** `continuous` is the source's "Doorlopend"; `unclear` is kept verbatim and doubted in the preview. */
export const planning = z.strictObject({
  kind: z.enum(['quarters', 'continuous', 'unclear']),
  quarters: z.array(quarter).default([]),
  /** False when the source gives a quarter without a year; the year is then the plan's first. */
  yearStated: z.boolean().default(true),
});

export const actionState = z.enum(['unknown', 'on-schedule', 'late', 'done', 'dropped']);
export type ActionState = z.infer<typeof actionState>;

/** Who leads or takes part, as far as it could be matched; words that name nobody known stay words. */
export const party = z.union([idOf('organisation', 'group'), z.strictObject({ text: shortText })]);
export type Party = z.infer<typeof party>;

export const predecessor = z.strictObject({
  action: idOf('action'),
  relation: z.enum(['goes-on', 'changed', 'dropped']),
});

export const action = recordSchema('action', {
  plan: idOf('plan'),
  key: z.string().regex(/^[A-Z]{1,6}\d{2}-\d{1,2}\.\d{2}$/),
  theme: z.int().min(1),
  goal: longText,
  /** Verbatim from the source, like planningText, leadsText and partnersText. */
  result: longText,
  planningText: z.string().max(500).default(''),
  planning,
  leadsText: z.string().max(500).default(''),
  leads: z.array(party).default([]),
  partnersText: z.string().max(1_000).default(''),
  partners: z.array(party).default([]),
  notes: z.array(longText).default([]),
  sourceLine: z.int().min(1).optional(),
  predecessor: predecessor.optional(),
  state: actionState.default('unknown'),
  expectedQuarter: quarter.optional(),
  reportedAt: isoInstant.optional(),
  /** Who looks after it at the leading organisations; without any, their contacts do. */
  contacts: z.array(idOf('person')).default([]),
});
export type Action = z.infer<typeof action>;

/** One progress report on an action; all of them together are its history. */
export const report = recordSchema('report', {
  action: idOf('action'),
  state: actionState,
  text: longText.optional(),
  expectedQuarter: quarter.optional(),
  by: idOf('person'),
  organisation: idOf('organisation'),
  at: isoInstant,
});
export type Report = z.infer<typeof report>;
