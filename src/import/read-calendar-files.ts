import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { SetupError } from '../core/errors.ts';
import type { AnyRecord } from '../domain/records.ts';
import { type CalendarDocument, type Problem, parseCalendarText, problemText } from './calendar-document.ts';
import { recordsIn } from './calendar-records.ts';
import { brokenLinks, idsUsedTwice, misplacedPeople } from './check-together.ts';
import { originName, shownPath } from './file-names.ts';
import { NUDGE_RULES_FILE } from './read-nudge-rules.ts';

/** Every record of the calendar files, checked; the `origin` of each is the file that it came from. */
export interface CalendarFiles {
  records: readonly AnyRecord[];
}

const MAX_BYTES = 2 * 1024 * 1024;
const DEMO_FOLDER = 'calendars/demo/';

/**
 * Reads all YAML files of the folder. When anything is wrong in any of them it throws one SetupError that
 * lists everything, a line each: `calendars/series/emma.yaml:12 campaigns[2].period.end: ...`.
 * Without `demo` the files of demo/ are not even opened.
 */
export function readCalendarFiles(folder: string, options: { demo: boolean }): CalendarFiles {
  const files = yamlFiles(folder)
    .map((path) => ({ path, origin: originName(folder, path) ?? path }))
    .filter(({ origin }) => options.demo || !origin.startsWith(DEMO_FOLDER))
    .map(({ path, origin }) => readDocument(path, origin))
    .map((read) => (Array.isArray(read) ? { records: [], problems: read } : recordsIn(read)));
  const found = files.flatMap(({ records }) => records);
  // When a whole file could not be read, links into it would all seem broken: that says nothing.
  const complete = files.every(({ records, problems }) => records.length > 0 || problems.length === 0);
  const problems = [
    ...files.flatMap((file) => file.problems),
    ...idsUsedTwice(found),
    ...(complete ? brokenLinks(found) : []),
    ...misplacedPeople(found, DEMO_FOLDER),
  ];
  if (problems.length > 0) throw new SetupError(report(problems));
  return { records: found.flatMap(({ record }) => record ?? []) };
}

function yamlFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name !== NUDGE_RULES_FILE)
      .filter((name) => /\.ya?ml$/.test(name) && !name.split(sep).some((part) => part.startsWith('.')))
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
      .sort();
  } catch (error) {
    throw new SetupError(
      `${unreadable(folder, error)} Set CALENDARS_PATH to the folder with the calendar files.`,
    );
  }
}

function unreadable(folder: string, error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return `The folder ${folder} does not exist.`;
  return code === 'ENOTDIR' ? `${folder} is no folder.` : `The folder ${folder} cannot be read.`;
}

function readDocument(path: string, origin: string): CalendarDocument | Problem[] {
  const file = shownPath(path);
  const wrong = (message: string): Problem[] => [{ file, line: 1, field: '', message }];
  try {
    if (statSync(path).size > MAX_BYTES) return wrong('the file is larger than 2 MB; split it');
    const bytes = readFileSync(path);
    return parseCalendarText(file, new TextDecoder('utf-8', { fatal: true }).decode(bytes), origin);
  } catch (error) {
    if (error instanceof TypeError) return wrong('the file is not UTF-8; save it as UTF-8');
    return wrong('the file cannot be read; check its rights');
  }
}

function report(problems: readonly Problem[]): string {
  const many = problems.length === 1 ? 'There is a mistake' : `There are ${problems.length} mistakes`;
  return [`${many} in the calendar files; nothing was imported.`, ...problems.map(problemText)].join('\n');
}
