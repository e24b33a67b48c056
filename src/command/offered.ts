import { type AnyRecord, isKind } from '../domain/records.ts';

/**
 * Whether a record is offered in a list to choose from: who was signed off, and a practice that is not published, is
 * chosen for nothing any more, or yet. What a form is already about is shown all the same.
 */
export function isOffered(record: AnyRecord): boolean {
  if (isKind(record, 'person')) return record.active;
  return !isKind(record, 'practice') || record.state === 'published';
}
