import { foldText } from '../../core/ids.ts';
import { namesOf } from '../names.ts';
import type { AnyRecord } from '../records.ts';

/** A text as folded words with single spaces between them. */
export function plainWords(text: string): string {
  return (foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

const known = new WeakMap<AnyRecord, readonly string[]>();

/** All names of a record as plain words; kept for records that cannot change. */
export function plainNames(record: AnyRecord): readonly string[] {
  const kept = known.get(record);
  if (kept) return kept;
  const names = [...new Set(namesOf(record).map(plainWords))].filter((name) => name !== '');
  if (Object.isFrozen(record)) known.set(record, names);
  return names;
}

/** The words under which the records that link to a term can be found: those of its id. */
export function termWords({ id }: Pick<AnyRecord, 'id'>): string {
  return id.slice(id.indexOf('/') + 1).replaceAll('-', ' ');
}
