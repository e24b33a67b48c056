import { foldText } from '../../../core/ids.ts';

/** What a column of an action plan holds. */
export type Column = 'theme' | 'goal' | 'result' | 'planning' | 'leads' | 'partners' | 'key';

/** The names that headers have, folded and without anything but letters; "Trekker(s)" is "trekkers". */
const NAMES: Record<Column, string> = {
  theme: 'thema themas pijler pijlers theme themes',
  goal: 'doel doelen doelstelling doelstellingen goal goals objective objectives',
  result: 'resultaat resultaten actie acties result results action actions activiteit activiteiten',
  planning:
    'planning planningtext kwartaal kwartalen termijn wanneer gereed quarter quarters when timing deadline due',
  leads: 'trekker trekkers leadstext lead leads verantwoordelijke verantwoordelijken owner owners eigenaar',
  partners: 'partner partners partnerstext betrokkenen betrokken deelnemers involved',
  key: 'sleutel nummer nr key no number',
};

const columnOf = new Map(
  Object.entries(NAMES).flatMap(([column, names]) =>
    names.split(' ').map((name) => [name, column as Column] as const),
  ),
);

/** The column that a header names; undefined for other words. */
export function columnNamed(header: string): Column | undefined {
  if (header.length > 40) return undefined;
  return columnOf.get(foldText(header).replaceAll(/[^a-z]/g, ''));
}

/** The columns of a header row, by their place. Undefined when the row is no header: it needs results. */
export function headerOf(cells: readonly string[]): ReadonlyMap<Column, number> | undefined {
  const columns = new Map<Column, number>();
  for (const [index, cell] of cells.entries()) {
    const column = columnNamed(cell);
    if (column && !columns.has(column)) columns.set(column, index);
  }
  return columns.has('result') && columns.size >= 2 ? columns : undefined;
}
