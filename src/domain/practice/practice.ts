import { z } from 'zod';
import { bilingual, isoDate, isoInstant, longText, source } from '../shared/fields.ts';
import { idOf, recordSchema } from '../shared/record.ts';

/**
 * A: randomised or field experiment, or meta-analysis. B: quasi-experiment, before-after or representative
 * effect study. C: process evaluation, reach data or expert guidance. D: practice or advice, effect not
 * measured. X: measured, with little or adverse effect - a warning, never advice.
 */
export const evidence = z.enum(['A', 'B', 'C', 'D', 'X']);
export type Evidence = z.infer<typeof evidence>;

export const practice = recordSchema('practice', {
  /** Given when it is first published, so that a gap in the numbers tells nobody of a proposal. */
  key: z
    .string()
    .regex(/^BP-\d{2,4}$/)
    .optional(),
  title: bilingual,
  advice: bilingual,
  /** One or two levels when the source's parts differ, such as A and X; the first one leads. */
  evidence: z.array(evidence).min(1),
  evidenceNote: bilingual.optional(),
  forms: z.array(idOf('form')).default([]),
  audiences: z.array(idOf('audience')).default([]),
  topics: z.array(idOf('topic')).default([]),
  /**
   * draft: begun elsewhere. in-review, changes-asked and declined: a proposal on its way. merged: a revision that
   * was taken into the practice that it revises.
   */
  state: z
    .enum(['draft', 'in-review', 'changes-asked', 'declined', 'published', 'withdrawn', 'merged'])
    .default('published'),
  /** Set on the proposal of a new version: what it is to replace. */
  revises: idOf('practice').optional(),
  /** The version of that practice which the proposal was written over. */
  revisesVersion: z.int().min(1).optional(),
  /** Who may see it once it is published; until then it is the proposer's and the coordinators'. */
  publishFor: z.enum(['public', 'partners']).optional(),
  proposedBy: idOf('person').optional(),
  proposedAt: isoInstant.optional(),
  /** The evaluation that it grew out of. */
  evaluation: idOf('evaluation').optional(),
  /** What a coordinator decided last: who, when, and what was said with it. */
  decision: z
    .strictObject({ by: idOf('person').optional(), at: isoInstant, reason: longText.optional() })
    .optional(),
  reviewedOn: isoDate.optional(),
  /** When it was published here; practices of the calendar files have none and are never news. */
  publishedOn: isoDate.optional(),
  note: longText.optional(),
  sources: z.array(source).min(1),
});
export type Practice = z.infer<typeof practice>;

/** Whether a practice is (partly) a warning: measured, with little or adverse effect. Never advice. */
export function isWarning({ evidence }: Pick<Practice, 'evidence'>): boolean {
  return evidence.includes('X');
}
