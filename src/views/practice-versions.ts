import { formatInstant } from '../core/dates/format-date.ts';
import type { PracticeVersion } from '../domain/practice/versions.ts';
import type { ListItem, Text } from '../reply/reply.ts';
import { practiceDifference } from './practice-difference.ts';
import type { View } from './view.ts';

/** A version as one entry of a list: when, what was done, by whom as far as the reader may know, and what changed. */
export function versionLine(version: PracticeVersion, zone: string, view: View): ListItem {
  const { t, locale } = view;
  const { practice, no, before, at, person, action } = version;
  const when = formatInstant(Temporal.Instant.from(at), zone, locale);
  const by = person && view.name(person);
  const proposer =
    action === 'practice.approve' && practice.proposedBy && practice.proposedBy !== person
      ? view.name(practice.proposedBy)
      : undefined;
  const changed = before ? practiceDifference(before, practice, view) : [];
  const lines: Text[] = [
    [
      t('version.state', { state: t(`practice.${practice.state}`) }),
      ...(by ? [t('version.by', { name: by })] : []),
      ...(proposer ? [t('version.proposed-by', { name: proposer })] : []),
    ].join(', '),
    ...changed.map(
      ({ label, value }): Text => [
        { text: `${label}: ` },
        ...(typeof value === 'string' ? [{ text: value }] : value),
      ],
    ),
    ...(before ? [] : [t('version.first')]),
  ];
  return { title: [{ text: t('version.title', { no, when }), strong: true }], lines };
}
