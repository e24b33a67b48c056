import { KINDS, type Kind } from '../domain/shared/record.ts';
import type { CalendarDocument, FieldPath, Problem } from './calendar-document.ts';
import { LISTS } from './calendar-records.ts';

/** The name of the list that holds records of a kind: `campaigns` for campaign. */
export function listOf(kind: Kind): string {
  const found = Object.entries(LISTS).find(([, one]) => one === kind);
  if (!found) throw new Error(`no list holds ${kind}`);
  return found[0];
}

/** A file with one record as JSON on each line, read as if it were a calendar file with the same records. */
export function recordLines(file: string, text: string, origin = file): CalendarDocument | Problem[] {
  const value: Record<string, unknown[]> = {};
  const lines = new Map<string, number>();
  const problems: Problem[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const record = recordIn(line);
    if (!record) {
      const message = 'is not a record as JSON: {"id": "campaign/...", ...}';
      problems.push({ file, line: index + 1, field: '', message });
      continue;
    }
    const list = listOf(record.kind);
    value[list] ??= [];
    lines.set(`${list} ${value[list].length}`, index + 1);
    value[list].push(record.value);
  }
  if (problems.length > 0) return problems;
  const lineOf = ([list, index]: FieldPath) => lines.get(`${list} ${index}`) ?? 1;
  return { file, origin, value, has: (path) => isPresent(value, path), lineOf, lineOfKey: lineOf };
}

function recordIn(line: string): { kind: Kind; value: object } | undefined {
  try {
    const value = JSON.parse(line) as { id?: unknown } | null;
    const id = typeof value === 'object' && typeof value?.id === 'string' ? value.id : '';
    const kind = KINDS.find((one) => id.startsWith(`${one}/`));
    return kind && value ? { kind, value } : undefined;
  } catch {
    // The caller says on which line it is.
    return undefined;
  }
}

function isPresent(value: unknown, path: FieldPath): boolean {
  let inner = value;
  for (const part of path) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, part)) return false;
    inner = (inner as Record<string | number, unknown>)[part];
  }
  return true;
}
