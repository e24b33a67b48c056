import { isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { Refusal } from '../../../core/errors.ts';
import { action } from '../plan.ts';
import { type Column, columnNamed } from './columns.ts';
import { headingOf } from './grid-rows.ts';
import type { PlanRow, PlanText, PlanTheme } from './plan-text.ts';

const MAX_ALIASES = 50;
/** What an action in the calendar files may have beside the columns of a table. */
const KNOWN = new Set(Object.keys(action.shape));

const entries = z.array(z.record(z.string(), z.unknown()));
const document = z.union([
  entries.transform((actions) => ({ actions, plans: [] })),
  z.looseObject({
    actions: entries,
    plans: z
      .array(
        z.looseObject({
          themes: z
            .array(
              z.looseObject({
                no: z.int().min(1).max(99),
                title: z.string(),
                objective: z.string().optional(),
              }),
            )
            .default([]),
        }),
      )
      .default([]),
  }),
]);

/**
 * Reads a plan as YAML: shaped as calendars/plans/*.yaml, or just a list of actions with the names of the
 * table's headers. Undefined when the text is no such YAML at all.
 */
export function readYaml(text: string): PlanText | undefined {
  const lines = new LineCounter();
  const { value, lineOf } = parsed(text, lines);
  const read = document.safeParse(value);
  if (!read.success) return undefined;
  const inList = Array.isArray(value);
  const themes: PlanTheme[] = (read.data.plans[0]?.themes ?? []).map(({ no, title, objective }) => ({
    no,
    title,
    objective,
  }));
  const above = { goal: '', theme: undefined as number | undefined };
  const rows = read.data.actions.map((entry, index): PlanRow => {
    const cell = cellsOf(entry);
    const own = { theme: themeOf(cell('theme'), themes), goal: cell('goal') };
    above.theme = own.theme ?? above.theme;
    above.goal = own.goal || above.goal;
    return {
      line: lineOf(inList ? [index] : ['actions', index]),
      theme: above.theme,
      goal: above.goal,
      result: cell('result'),
      planning: cell('planning'),
      leads: cell('leads'),
      partners: cell('partners'),
      key: cell('key'),
      uneven: false,
      fromAbove: [
        ...(own.theme === undefined && above.theme !== undefined ? (['theme'] as const) : []),
        ...(own.goal === '' && above.goal !== '' ? (['goal'] as const) : []),
      ],
      unknown: Object.keys(entry).filter((name) => !columnNamed(name) && !KNOWN.has(name)),
    };
  });
  return { format: 'yaml', themes, rows, skipped: 0, underTheme: 0 };
}

function parsed(text: string, lines: LineCounter) {
  try {
    const read = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const [wrong] = read.errors;
    const value: unknown = wrong ? undefined : read.toJS({ maxAliasCount: MAX_ALIASES });
    if (wrong && /^\s*(-|actions:|plans:|acties:)/m.test(text))
      throw new Refusal('plan-yaml', { line: lines.linePos(wrong.pos[0]).line }, 'tekst');
    const lineOf = (path: readonly (string | number)[]): number => {
      const node = read.getIn(path, true);
      return isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1;
    };
    return { value, lineOf };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // Too many aliases, or nested so deep that the parser gives up: both are broken input.
    throw new Refusal('plan-yaml', { line: 1 }, 'tekst');
  }
}

/** The same column under several names: what is written out ("planningText") goes before what is parsed. */
function cellsOf(entry: Readonly<Record<string, unknown>>): (column: Column) => string {
  const cells = new Map<Column, string>();
  for (const [name, value] of Object.entries(entry)) {
    const column = columnNamed(name);
    if (column && (name.endsWith('Text') || !cells.has(column))) cells.set(column, asText(value));
  }
  return (column) => cells.get(column) ?? '';
}

function asText(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value).trim();
  if (Array.isArray(value)) return value.map(asText).join(', ');
  if (typeof value !== 'object' || value === null) return '';
  const { text, title, titel, quarters, kind } = value as Record<string, unknown>;
  return asText(text ?? title ?? titel ?? quarters ?? kind);
}

function themeOf(cell: string, themes: PlanTheme[]): number | undefined {
  if (cell === '') return undefined;
  const no = /^\d{1,2}$/.test(cell) ? Number(cell) : headingOf(cell)?.no;
  const title = headingOf(cell)?.title ?? (no === undefined ? cell : '');
  const known = themes.findIndex((one) =>
    title === '' ? one.no === no : one.title === title || (no !== undefined && one.no === no),
  );
  return known >= 0 ? known : themes.push({ no, title, objective: undefined }) - 1;
}
