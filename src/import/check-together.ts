import { KINDS } from '../domain/shared/record.ts';
import { type FieldPath, fieldName, type Problem } from './calendar-document.ts';
import type { FileRecord } from './calendar-records.ts';

const ID = new RegExp(`^(${KINDS.join('|')})/[a-z0-9][a-z0-9.~_-]*$`);

/** Ids that stand in the files more than once. */
export function idsUsedTwice(records: readonly FileRecord[]): Problem[] {
  const first = new Map<string, FileRecord>();
  return records.flatMap((one) => {
    if (one.id === undefined) return [];
    const earlier = first.get(one.id);
    if (earlier) return [at(one, ['id'], `${one.id} is already in ${whereabouts(earlier)}`)];
    first.set(one.id, one);
    return [];
  });
}

/** Links to ids that no file has. A record that is itself wrong still counts as being there. */
export function brokenLinks(records: readonly FileRecord[]): Problem[] {
  const known = new Set(records.map(({ id }) => id));
  return records.flatMap((one) =>
    linksIn(one.record)
      .filter(([, id]) => !known.has(id))
      .map(([path, id]) => at(one, path, `no calendar file has ${id}`)),
  );
}

/** Fictional people belong in demo/, and only there: else they would load where nobody expects them. */
export function misplacedPeople(records: readonly FileRecord[], demoFolder: string): Problem[] {
  return records.flatMap((one) => {
    if (!one.record?.id.startsWith('person/')) return [];
    const fictional = 'demo' in one.record && one.record.demo;
    const inDemo = one.document.origin.startsWith(demoFolder);
    if (fictional === inDemo) return [];
    const message = inDemo
      ? 'a person in demo/ must be marked with demo: true'
      : 'a fictional person belongs in demo/';
    return [at(one, ['demo'], message)];
  });
}

/** Every text in a record that is an id, with its path. Which fields hold ids need not be known here. */
function linksIn(value: unknown, path: FieldPath = []): [FieldPath, string][] {
  if (typeof value === 'string') return ID.test(value) && path.join() !== 'id' ? [[path, value]] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => linksIn(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  const fields = Object.entries(value).filter(([key]) => key !== 'origin');
  return fields.flatMap(([key, item]) => linksIn(item, [...path, key]));
}

function at({ document, path }: FileRecord, field: FieldPath, message: string): Problem {
  const full = [...path, ...field];
  return { file: document.file, line: document.lineOf(full), field: fieldName(full), message };
}

function whereabouts({ document, path }: FileRecord): string {
  return `${document.file}:${document.lineOf(path)}`;
}
