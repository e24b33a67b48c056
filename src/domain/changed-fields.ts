import { isDeepStrictEqual } from 'node:util';

export interface ChangedField {
  field: string;
  before: unknown;
  after: unknown;
}

const BOOKKEEPING = new Set(['version', 'origin']);

/** The fields in which two forms of a record differ, bookkeeping left out; a missing record has no fields. */
export function changedFields(before: unknown, after: unknown): ChangedField[] {
  const old = asFields(before);
  const now = asFields(after);
  const names = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...names]
    .filter((name) => !BOOKKEEPING.has(name) && !isDeepStrictEqual(old[name], now[name]))
    .map((name) => ({ field: name, before: old[name], after: now[name] }));
}

function asFields(record: unknown): Record<string, unknown> {
  return typeof record === 'object' && record !== null ? (record as Record<string, unknown>) : {};
}
