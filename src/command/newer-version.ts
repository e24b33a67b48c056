import { type AnyRecord, isKind } from '../domain/records.ts';
import { type Kind, kindOf } from '../domain/shared/record.ts';
import type { Action } from '../reply/reply.ts';

const WITH_CARD: ReadonlySet<Kind> = new Set([
  'campaign',
  'action',
  'practice',
  'series',
  'helppoint',
  'guide',
  'signal',
  'organisation',
]);

/** What shows a record as it is now: its card, or the list that it stands in; undefined when nothing does. */
export function newerVersion(record: AnyRecord): Pick<Action, 'command' | 'args'> | undefined {
  if (isKind(record, 'evaluation')) return { command: 'terugblik', args: { wat: record.campaign } };
  if (isKind(record, 'newsletter')) return { command: 'nieuwsbrief', args: { kwartaal: record.quarter } };
  if (isKind(record, 'measure')) return { command: 'maatregel', args: { doe: 'lijst', vorm: record.form } };
  if (isKind(record, 'contact'))
    return { command: 'contacten', args: { doe: 'lijst', organisatie: record.organisation } };
  return WITH_CARD.has(kindOf(record.id)) ? { command: 'toon', args: { wat: record.id } } : undefined;
}
