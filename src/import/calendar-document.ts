import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from 'yaml';

/** What is wrong in a calendar file, and where: `calendars/series/emma.yaml:12 campaigns[2].period.end: ...` */
export interface Problem {
  file: string;
  line: number;
  field: string;
  message: string;
}

export type FieldPath = readonly (string | number)[];

/** A parsed YAML file that can still tell on which line a field stands. */
export interface CalendarDocument {
  /** The file as messages name it. */
  file: string;
  /** The file as its records name it. */
  origin: string;
  value: unknown;
  has(path: FieldPath): boolean;
  /** The line of a field; of a field that is not there, the line of what should have held it. */
  lineOf(path: FieldPath): number;
  lineOfKey(path: FieldPath, key: string): number;
}

const MAX_ALIASES = 50;
/** One slip can make YAML object to each line after it; the first objections say enough. */
const MAX_OBJECTIONS = 20;

/** Parses the text of one file. Anything that YAML itself objects to comes back as problems, with lines. */
export function parseCalendarText(file: string, text: string, origin = file): CalendarDocument | Problem[] {
  const lines = new LineCounter();
  try {
    const parsed = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const objections = [...parsed.errors, ...parsed.warnings].slice(0, MAX_OBJECTIONS);
    if (objections.length > 0)
      return objections.map(({ message, pos }) => ({
        file,
        line: lineAt(lines, pos[0]),
        field: '',
        message: `not valid YAML: ${message}`,
      }));
    return { ...located(parsed, parsed.toJS({ maxAliasCount: MAX_ALIASES }), lines), file, origin };
  } catch (error) {
    // Too many aliases, or nested so deep that the parser runs out of stack.
    const reason = error instanceof Error ? error.message : String(error);
    return [{ file, line: 1, field: '', message: `cannot be read as YAML: ${reason}` }];
  }
}

function located(
  parsed: Document,
  value: unknown,
  lines: LineCounter,
): Omit<CalendarDocument, 'file' | 'origin'> {
  const nodeAt = (path: FieldPath): unknown =>
    path.length === 0 ? parsed.contents : parsed.getIn(path, true);
  const lineOf = (path: FieldPath): number => {
    for (let length = path.length; length >= 0; length--) {
      const node = nodeAt(path.slice(0, length));
      if (isNode(node) && node.range) return lineAt(lines, node.range[0]);
    }
    return 1;
  };
  const lineOfKey = (path: FieldPath, key: string): number => {
    const node = nodeAt(path);
    const found = isMap(node)
      ? node.items.find((pair) => isPair(pair) && isScalar(pair.key) && String(pair.key.value) === key)
      : undefined;
    return found && isScalar(found.key) && found.key.range ? lineAt(lines, found.key.range[0]) : lineOf(path);
  };
  return { value, has: (path) => isPresent(value, path), lineOf, lineOfKey };
}

function isPresent(value: unknown, path: FieldPath): boolean {
  let inner = value;
  for (const part of path) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, part)) return false;
    inner = (inner as Record<string | number, unknown>)[part];
  }
  return true;
}

function lineAt(lines: LineCounter, offset: number): number {
  return Math.max(1, lines.linePos(offset).line);
}

/** `['campaigns', 2, 'period', 'end']` becomes `campaigns[2].period.end`. */
export function fieldName(path: FieldPath): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('');
}

/** A problem as one line of text. */
export function problemText({ file, line, field, message }: Problem): string {
  return `${file}:${line} ${field ? `${field}: ` : ''}${message}`;
}
