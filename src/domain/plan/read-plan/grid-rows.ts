import { type Column, columnNamed, headerOf } from './columns.ts';
import type { GridRow, PlanRow, PlanText, PlanTheme } from './plan-text.ts';

const NUMBERED =
  /^(?:#{1,6}\s*)?(?:(?:thema|theme|pijler)\s*)?(\d{1,2})\s*(?:[.:)]|\s[-–])\s*(\p{L}.{0,198})$/iu;
const NAMED = /^(?:#{1,6}\s*)?(?:thema|theme|pijler)\s*[:–-]\s*(.{1,200})$/i;
/** A cell that stands alone right under a theme and is longer than this tells what the theme is for. */
const OBJECTIVE_LENGTH = 150;

/** Goes down a table: headings open themes, an empty goal means the goal above. */
export function rowsOf(grid: readonly GridRow[]): Omit<PlanText, 'format'> {
  const themes: PlanTheme[] = [];
  const rows: PlanRow[] = [];
  const withoutTheme: PlanRow[] = [];
  let skipped = 0;
  let columns: ReadonlyMap<Column, number> | undefined;
  let width = 0;
  let theme: number | undefined;
  let goal = '';
  const openTheme = (no: number | undefined, title: string): void => {
    const known = themes.findIndex((one) => one.title === title);
    theme = known >= 0 ? known : themes.push({ no, title, objective: undefined }) - 1;
    goal = '';
  };

  for (const { line, cells } of grid) {
    const filled = cells.filter((cell) => cell !== '');
    if (filled.length === 0) continue;
    const header = headerOf(cells);
    if (header) {
      columns = header;
      width = cells.length;
      continue;
    }
    const place = cells.findIndex((cell) => cell !== '');
    const [only] = filled;
    if (filled.length === 1 && only && place !== columns?.get('result')) {
      const heading = columns?.has('theme') ? undefined : headingOf(only);
      if (heading) openTheme(heading.no, heading.title);
      else if (columns && cells.length > 1 && place === columns.get('goal')) {
        const opened = theme === undefined ? undefined : themes[theme];
        const first = goal === '' && !rows.some((row) => row.theme === theme);
        if (opened && first && only.length > OBJECTIVE_LENGTH) opened.objective = only;
        else if (!columnNamed(only)) goal = only;
      } else if (!columnNamed(only)) skipped++;
      continue;
    }
    if (!columns) {
      skipped++;
      continue;
    }
    const cell = (column: Column): string => cells[columns?.get(column) ?? -1] ?? '';
    if (cell('theme') !== '') {
      const named = headingOf(cell('theme')) ?? { no: undefined, title: cell('theme') };
      if (theme === undefined || themes[theme]?.title !== named.title) openTheme(named.no, named.title);
    }
    if (cell('goal') !== '') goal = cell('goal');
    const row: PlanRow = {
      line,
      theme,
      goal,
      result: cell('result'),
      planning: cell('planning'),
      leads: cell('leads'),
      partners: cell('partners'),
      key: cell('key'),
      uneven: cells.length !== width,
      fromAbove: [],
      unknown: [],
    };
    rows.push(row);
    if (columns.has('theme') && cell('theme') === '' && theme !== undefined) withoutTheme.push(row);
  }
  // Forms trim what is pasted, and with it the empty cells at the very end.
  const last = rows.at(-1);
  const lastCells = grid.findLast(({ line }) => line === last?.line)?.cells.length ?? 0;
  if (last && lastCells < width) last.uneven = false;
  // Where most rows leave the theme out, each is named once, as in merged cells; elsewhere it is a slip.
  const isMerged = withoutTheme.length * 2 >= rows.length;
  if (!isMerged) for (const row of withoutTheme) row.fromAbove = ['theme'];
  return { themes, rows, skipped, underTheme: isMerged ? withoutTheme.length : 0 };
}

/** "## 2. Gegevensdeling" and "Thema 2: Gegevensdeling" open a theme. */
export function headingOf(text: string): { no: number | undefined; title: string } | undefined {
  const numbered = NUMBERED.exec(text);
  if (numbered) return { no: Number(numbered[1]), title: (numbered[2] ?? '').trim() };
  const named = NAMED.exec(text);
  return named ? { no: undefined, title: (named[1] ?? '').trim() } : undefined;
}
