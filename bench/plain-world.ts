import type { Database } from '../src/store/database.ts';

/** The kinds that the planner reads. */
const KINDS = [
  ...['person', 'organisation', 'group', 'series', 'campaign', 'task', 'participation', 'plan', 'action'],
  ...['practice', 'helppoint', 'subscription', 'switch'],
];

/** Reads and parses every record that the planner looks at, and does nothing with them. */
export function plainWorld({ sqlite }: Database): () => unknown[] {
  const rows = sqlite.prepare('SELECT data FROM record WHERE kind = ? ORDER BY id').pluck();
  return () => KINDS.flatMap((kind) => rows.all(kind).map((data) => JSON.parse(data as string) as unknown));
}
