import { Refusal } from '../../../core/errors.ts';
import { readGrid } from './grid.ts';
import { rowsOf } from './grid-rows.ts';
import type { PlanText } from './plan-text.ts';
import { readYaml } from './yaml-rows.ts';

/** The most text that one plan may be; the Actieplan 2024 with its introduction is a tenth of it. */
export const MAX_PLAN_TEXT = 200_000;
const MAX_ROWS = 500;

/**
 * Reads a pasted plan: CSV, YAML, or a table from a document or spreadsheet. Refuses beside the field
 * `tekst` what is no plan; rows that are odd are kept, to be doubted later.
 */
export function readPlanText(pasted: string): PlanText {
  if (pasted.length > MAX_PLAN_TEXT) throw new Refusal('text-too-long', { max: MAX_PLAN_TEXT }, 'tekst');
  const text = cleaned(pasted);
  const table = readGrid(text);
  const read = table ? { format: table.format, ...rowsOf(table.grid) } : readYaml(text);
  if (!read) throw new Refusal('plan-no-header', {}, 'tekst');
  if (read.rows.length === 0) throw new Refusal('plan-no-rows', {}, 'tekst');
  if (read.rows.length > MAX_ROWS)
    throw new Refusal('plan-too-many', { count: read.rows.length, max: MAX_ROWS }, 'tekst');
  return read;
}

/** One kind of line end, no byte order mark, and no control characters apart from tabs and line ends. */
function cleaned(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\u00A0', ' ')
    .replaceAll(/\p{Cc}/gu, (control) => (control === '\n' || control === '\t' ? control : ''));
}
