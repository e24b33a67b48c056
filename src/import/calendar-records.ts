import { z } from 'zod';
import { type AnyRecord, schemas } from '../domain/records.ts';
import { idOf, type Kind, visibility } from '../domain/shared/record.ts';
import { type CalendarDocument, type FieldPath, fieldName, type Problem } from './calendar-document.ts';

/** The lists that a calendar file may hold, and the kind of record in each. */
export const LISTS = {
  organisations: 'organisation',
  groups: 'group',
  people: 'person',
  forms: 'form',
  audiences: 'audience',
  channels: 'channel',
  regions: 'region',
  topics: 'topic',
  series: 'series',
  campaigns: 'campaign',
  tasks: 'task',
  participations: 'participation',
  plans: 'plan',
  actions: 'action',
  reports: 'report',
  practices: 'practice',
  helpPoints: 'helppoint',
  feeds: 'feed',
  guides: 'guide',
  contacts: 'contact',
  measures: 'measure',
  evaluations: 'evaluation',
  signals: 'signal',
  newsletters: 'newsletter',
  corrections: 'correction',
  subscriptions: 'subscription',
  tenants: 'tenant',
} satisfies Record<string, Kind>;

const MAX_UNKNOWN_KEYS = 20;

/** What every record of a file gets unless it says otherwise itself. */
const defaultsSchema = z
  .strictObject({ visibility: visibility.optional(), owner: idOf('organisation').optional() })
  .default({});

const lists = Object.fromEntries(Object.keys(LISTS).map((key) => [key, z.array(z.unknown()).optional()]));
const fileSchema = z.strictObject({ defaults: defaultsSchema, ...lists });

/** A record of a file with where it stands; `record` is missing when it is not valid. */
export interface FileRecord {
  document: CalendarDocument;
  path: FieldPath;
  id: string | undefined;
  record: AnyRecord | undefined;
}

/** Checks a file and every record in it. */
export function recordsIn(document: CalendarDocument): { records: FileRecord[]; problems: Problem[] } {
  const file = fileSchema.safeParse(document.value ?? {});
  if (!file.success) return { records: [], problems: problemsOf(document, [], file.error.issues) };
  const { defaults, ...given } = file.data;
  const checks = Object.entries(given).flatMap(([list, values]) => {
    const kind = LISTS[list as keyof typeof LISTS];
    return (values as unknown[]).map((value, index) =>
      checked(document, kind, [list, index], withDefaults(value, defaults)),
    );
  });
  return { records: checks.map(({ found }) => found), problems: checks.flatMap(({ problems }) => problems) };
}

function withDefaults(value: unknown, defaults: object): unknown {
  const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMapping ? { ...defaults, ...value } : value;
}

function checked(
  document: CalendarDocument,
  kind: Kind,
  path: FieldPath,
  value: unknown,
): { found: FileRecord; problems: Problem[] } {
  const given = (value as { id?: unknown } | null)?.id;
  const id = typeof given === 'string' ? given : undefined;
  const result = schemas[kind].safeParse(value);
  if (result.success) {
    const record = { ...(result.data as AnyRecord), origin: document.origin };
    return { found: { document, path, id, record }, problems: [] };
  }
  const problems = problemsOf(document, path, result.error.issues);
  return { found: { document, path, id, record: undefined }, problems };
}

/** What a zod schema objects to, each with the line of the field. */
export function problemsOf(
  document: CalendarDocument,
  base: FieldPath,
  issues: z.core.$ZodIssue[],
): Problem[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))];
    if (issue.code === 'unrecognized_keys')
      return issue.keys.slice(0, MAX_UNKNOWN_KEYS).map((key) => ({
        file: document.file,
        line: document.lineOfKey(path, key),
        field: fieldName([...path, key]),
        message: 'there is no such field',
      }));
    const message = document.has(path) ? messageOf(issue) : 'is missing';
    return [{ file: document.file, line: document.lineOf(path), field: fieldName(path), message }];
  });
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_union') return issue.message;
  const reasons = issue.errors.flatMap((branch) => branch.map(({ message }) => message));
  return reasons.length > 0 ? [...new Set(reasons)].join(', or: ') : 'is none of the known types';
}
