import { z } from 'zod';
import { seriesType } from '../series/series.ts';
import { isoDate, isoInstant, longText, period, shortText, source, webAddress } from '../shared/fields.ts';
import { idOf, recordSchema } from '../shared/record.ts';

/** How sure the period is. `uncertain`: not known whether it takes place at all. */
export const dateState = z.enum(['unknown', 'provisional', 'confirmed', 'uncertain']);

/** Running and finished are not kept: they follow from the dates. */
export const progress = z.enum(['proposed', 'planned', 'cancelled']);
export type Progress = z.infer<typeof progress>;

/** An organisation leads through a contact and a stand-in; without a contact coordinators receive. */
export const lead = z.strictObject({
  organisation: idOf('organisation'),
  contact: idOf('person').optional(),
  standIn: idOf('person').optional(),
});

export const material = z.strictObject({ title: shortText, url: webAddress });

export const campaign = recordSchema('campaign', {
  title: shortText,
  aliases: z.array(shortText).default([]),
  type: seriesType.default('campaign'),
  series: idOf('series').optional(),
  /** Which edition of the series: mostly a year, or "2027-noord" when there are several in a year. */
  edition: shortText.optional(),
  /** Null while the dates are not known. */
  period: period.nullable(),
  /** Every month (YYYY-MM) in which an entry without dates may be, so that the gap shows there. */
  expectedMonths: z.array(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)).default([]),
  dateState,
  dateSource: source.optional(),
  progress: progress.default('planned'),
  cancelledReason: shortText.optional(),
  /** Set when a proposal is withdrawn: it was never for the public. */
  neverApproved: z.literal(true).optional(),
  leads: z.array(lead).default([]),
  audiences: z.array(idOf('audience')).default([]),
  forms: z.array(idOf('form')).default([]),
  topics: z.array(idOf('topic')).default([]),
  channels: z.array(idOf('channel')).default([]),
  regions: z.array(idOf('region')).default([]),
  /** Municipalities and the like: free text at first. */
  places: z.array(shortText).default([]),
  message: longText.optional(),
  aim: longText.optional(),
  behaviour: longText.optional(),
  measure: longText.optional(),
  organiser: shortText.optional(),
  website: webAddress.optional(),
  materials: z.array(material).default([]),
  practices: z.array(idOf('practice')).default([]),
  note: longText.optional(),
  sources: z.array(source).default([]),
  proposedBy: idOf('person').optional(),
  approvedBy: idOf('person').optional(),
  approvedAt: isoInstant.optional(),
  confirmedOn: isoDate.optional(),
  /** How much preparation it asks; without it the length of the campaign tells. */
  size: z.enum(['small', 'medium', 'large']).optional(),
  proposedAt: isoInstant.optional(),
  /** The last moves, oldest first: from where, when and by whom, so that those who joined are told. */
  moves: z
    .array(z.strictObject({ at: isoInstant, from: period.nullable(), by: idOf('person').optional() }))
    .max(10)
    .default([]),
  cancelledAt: isoInstant.optional(),
  cancelledBy: idOf('person').optional(),
});
export type Campaign = z.infer<typeof campaign>;
