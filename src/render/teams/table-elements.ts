import type { Translate } from '../../i18n/translate.ts';
import { cleanLine } from '../shared/clean-text.ts';
import { rowLine, type TableSection } from '../shared/row-line.ts';
import { cardTable } from './card-table.ts';
import { TEAMS_STYLE } from './limits.ts';
import { close, type ElementPiece, single } from './pieces.ts';
import { bytesOf, richText } from './rich-text.ts';

import type { CardElement } from './types.ts';

/** A table under its caption, as many rows as one card takes; or every row, for several cards. */
export function tableGroups(section: TableSection, t: Translate): ElementPiece[][] {
  const caption = captionOf(section);
  const whole = cardTable(section, Infinity);
  if (!whole) return [single(caption), ...section.rows.map((row) => single(rowElements(section, row)))];
  const isAll = whole.rows === section.rows.length;
  const isSmall = isAll && bytesOf(whole.table) <= TEAMS_STYLE.tableBytes;
  const cut = isAll ? [] : richText([{ text: t('render.more') }]);
  const shrink = (room: number) => {
    const part = cardTable(section, room - 1);
    return part ? [part.table] : [];
  };
  const piece: ElementPiece = { items: [whole.table, ...cut], shrink, isPartial: !isAll };
  if (isSmall) return [[...single(caption), piece]];
  return [[...single(caption), { ...piece, spread: tableParts(section, t) }]];
}

/** The rows in tables of a size that cards can share; one that is too large for a table goes on as lines. */
function tableParts(section: TableSection, t: Translate): ElementPiece[][] {
  const groups: ElementPiece[][] = [];
  let rows = section.rows;
  while (rows.length > 0) {
    const part = cardTable({ ...section, rows }, TEAMS_STYLE.tableBytes);
    const [first = []] = rows;
    const items = part ? [part.table] : rowElements(section, first);
    const isFirst = groups.length === 0;
    const caption = isFirst ? '' : `${cleanLine(section.caption)} ${t('render.continued')}`;
    const above = part ? single(richText([{ text: caption, strong: true }])) : [];
    groups.push([...above, ...single(items)]);
    rows = rows.slice(part?.rows ?? 1);
  }
  return groups;
}

function captionOf({ caption }: TableSection): CardElement[] {
  return richText([{ text: cleanLine(caption), strong: true }]);
}

function rowElements(section: TableSection, row: TableSection['rows'][number]): CardElement[] {
  return richText(rowLine(section, row)).map(close);
}
