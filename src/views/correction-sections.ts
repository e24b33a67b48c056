import { dateHere } from '../core/clock.ts';
import { formatDate } from '../core/dates/format-date.ts';
import type { Correction } from '../domain/correction/correction.ts';
import type { Action, Section } from '../reply/reply.ts';
import type { View } from './view.ts';

/** What a reader of a card may do about its being right; all false for the public and in a channel. */
export interface Checking {
  /** What was reported of it and is open, as far as the reader may see it. */
  reports: readonly Correction[];
  mayReport: boolean;
  mayConfirm: boolean;
}

/** What partners said is outdated; nothing when nobody did. */
export function correctionSections({ reports }: Pick<Checking, 'reports'>, view: View): Section[] {
  if (reports.length === 0) return [];
  const { t, locale, today, name } = view;
  return [
    { type: 'heading', text: t('correction.reported', { count: reports.length }) },
    {
      type: 'list',
      items: reports.map(({ text, organisation, at }) => ({
        title: text,
        lines: [
          t('correction.by', {
            organisation: name(organisation) ?? '',
            date: formatDate(dateHere(at), locale, today),
          }),
        ],
      })),
    },
  ];
}

/** Until when the reports that stand here were made: a press settles these, and none that came later. */
export function seenIn(reports: readonly Correction[]): Action['args'] {
  const newest = reports.at(-1);
  return newest ? { tot: newest.at } : {};
}

/** One press for a coordinator to say that it is right; a form for a partner to say that it is not. */
export function correctionActions(
  { reports, mayReport, mayConfirm }: Checking,
  { id, version }: { id: string; version: number },
  { t }: View,
): Action[] {
  return [
    ...(mayConfirm
      ? [
          {
            label: t(reports.length > 0 ? 'do.right-again' : 'do.still-right'),
            command: 'klopt',
            args: { wat: id, ...seenIn(reports) },
            version,
            style: 'primary' as const,
          },
        ]
      : []),
    ...(mayReport
      ? [{ label: t('do.report-outdated'), command: 'klopt-niet', args: { wat: id }, opensForm: true }]
      : []),
  ];
}
