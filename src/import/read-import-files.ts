import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { SetupError } from '../core/errors.ts';
import type { Store } from '../domain/ports.ts';
import { type Id, KINDS } from '../domain/shared/record.ts';
import { type CalendarDocument, type Problem, parseCalendarText, problemText } from './calendar-document.ts';
import { type FileRecord, recordsIn } from './calendar-records.ts';
import { brokenLinks, idsUsedTwice } from './check-together.ts';
import { originName, shownPath } from './file-names.ts';
import type { CalendarFiles } from './read-calendar-files.ts';
import { NUDGE_RULES_FILE } from './read-nudge-rules.ts';
import { recordLines } from './record-lines.ts';

/** An export of a large database is one file. */
const MAX_BYTES = 256 * 1024 * 1024;
const READABLE = /\.(ya?ml|jsonl|ndjson)$/;
const IDS = new RegExp(`"((?:${KINDS.join('|')})/[a-z0-9][a-z0-9.~_-]*)"`, 'g');
const MOST_PROBLEMS = 50;

/**
 * Reads one file, or all of a folder, in the form of the calendar files or of an export. Its records may
 * link to what the store has already. A file of the calendar folder is named in them as a start names it,
 * any other by where it is in what was given. One SetupError lists all that is wrong, each with file and line.
 */
export async function readImportFiles(
  path: string,
  store: Store,
  calendarsFolder: string,
): Promise<CalendarFiles> {
  const read = filesAt(path).map(({ file, label }) =>
    readFile(file, originName(calendarsFolder, file) ?? label),
  );
  const found = read.flatMap(({ records }) => records);
  const problems = [...read.flatMap((one) => one.problems), ...idsUsedTwice(found)];
  if (problems.length === 0) problems.push(...(await linksToNothing(found, store)));
  if (problems.length > 0) throw new SetupError(report(problems));
  return { records: found.flatMap((one) => (one.record ? [{ ...one.record, origin: originOf(one) }] : [])) };
}

function filesAt(path: string): { file: string; label: string }[] {
  try {
    if (!statSync(path).isDirectory()) return [{ file: path, label: basename(path) }];
    // The rules for reminders lie among the calendar files, and hold no records.
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter(
      (name) => READABLE.test(name) && name !== NUDGE_RULES_FILE,
    );
    if (names.length === 0)
      throw new SetupError(`${path} holds no files to import. They end in .yaml, .yml or .jsonl.`);
    return names.sort().map((name) => {
      const file = join(path, name);
      return { file, label: relative(path, file).split(sep).join('/') };
    });
  } catch (error) {
    if (error instanceof SetupError) throw error;
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new SetupError(
      isMissing
        ? `${path} does not exist. Give a file or a folder.`
        : `${path} cannot be read. Check its rights.`,
    );
  }
}

function readFile(file: string, origin: string): { records: FileRecord[]; problems: Problem[] } {
  const read = parsed(file, origin);
  return Array.isArray(read) ? { records: [], problems: read } : recordsIn(read);
}

function parsed(file: string, origin: string): CalendarDocument | Problem[] {
  const label = shownPath(file);
  const wrong = (message: string): Problem[] => [{ file: label, line: 1, field: '', message }];
  try {
    if (statSync(file).size > MAX_BYTES) return wrong('the file is larger than 256 MB; split it');
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
    return /l$/.test(file) && !/\.ya?ml$/.test(file)
      ? recordLines(label, text, origin)
      : parseCalendarText(label, text, origin);
  } catch (error) {
    if (error instanceof TypeError) return wrong('the file is not UTF-8; save it as UTF-8');
    return wrong('the file cannot be read; check its rights');
  }
}

/** Links to ids that are neither in the files nor in the store. */
async function linksToNothing(found: readonly FileRecord[], store: Store): Promise<Problem[]> {
  const named = new Set(found.flatMap(({ record }) => idsIn(record)));
  const stored = await store.getMany([...named] as Id[]);
  const [first] = found;
  if (!first) return [];
  const known = [...stored.keys()].map((id): FileRecord => ({ ...first, id, record: undefined }));
  return brokenLinks([...found, ...known]).map((problem) => ({
    ...problem,
    message: problem.message.replace('no calendar file has', 'neither these files nor the database have'),
  }));
}

function idsIn(record: unknown): string[] {
  return [...(JSON.stringify(record) ?? '').matchAll(IDS)].map(([, id]) => id as string);
}

/** An export says where each record came from; without that, what a person changed would look like a file's. */
function originOf({ document, path, record }: FileRecord): string {
  let value: unknown = document.value;
  for (const part of path) value = (value as Record<string | number, unknown> | undefined)?.[part];
  const origin = (value as { origin?: unknown } | undefined)?.origin;
  return typeof origin === 'string' ? origin : (record?.origin ?? document.origin);
}

function report(problems: readonly Problem[]): string {
  const many = problems.length === 1 ? 'There is a mistake' : `There are ${problems.length} mistakes`;
  const shown = problems.slice(0, MOST_PROBLEMS).map(problemText);
  const rest = problems.length > shown.length ? [`... and ${problems.length - shown.length} more.`] : [];
  return [`${many} in what you import; nothing was imported.`, ...shown, ...rest].join('\n');
}
