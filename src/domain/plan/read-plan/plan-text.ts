/** An action as a row of the pasted text: words only, nothing is interpreted yet. */
export interface PlanRow {
  /** The line of the text that it begins on. */
  line: number;
  /** Its theme's place in `themes`; undefined when no theme stands above it. */
  theme: number | undefined;
  goal: string;
  result: string;
  planning: string;
  leads: string;
  partners: string;
  key: string;
  /** The row has more or fewer cells than the header. */
  uneven: boolean;
  /** What the row leaves out where others state it, and so has from the row above. */
  fromAbove: readonly ('theme' | 'goal')[];
  /** Names beside its values that mean nothing here. */
  unknown: readonly string[];
}

export interface PlanTheme {
  no: number | undefined;
  title: string;
  objective: string | undefined;
}

/** What was read from a pasted plan. */
export interface PlanText {
  format: 'csv' | 'table' | 'markdown' | 'yaml';
  themes: PlanTheme[];
  rows: PlanRow[];
  /** How many lines belong to no table: introductions and the like. */
  skipped: number;
  /** How many rows stand under a theme that a row above names, in a table that names each theme once. */
  underTheme: number;
}

/** A line of a table in cells. */
export interface GridRow {
  line: number;
  cells: string[];
}
