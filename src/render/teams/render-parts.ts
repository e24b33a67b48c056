import type { Translate } from '../../i18n/translate.ts';
import type { Reply } from '../../reply/reply.ts';
import { splitPieces } from '../shared/split-pieces.ts';
import { bodyRoom, envelopeOf, fittingCard } from './card-envelope.ts';
import { TEAMS_STYLE } from './limits.ts';
import type { ElementPiece } from './pieces.ts';
import { richText } from './rich-text.ts';
import type { AdaptiveCard, CardElement } from './types.ts';

/** A title in full, and the short one that stands over every part; `isCut` when they differ. */
export interface Head {
  full: readonly ElementPiece[];
  short: readonly CardElement[];
  isCut: boolean;
}

/** One card when everything fits, or else as many as it takes, in order and with nothing left out. */
export function cardParts(
  reply: Reply,
  head: Head,
  groups: readonly ElementPiece[][],
  t: Translate,
): AdaptiveCard[] {
  const pieces = [...head.full, ...groups.flat()];
  const envelope = envelopeOf(reply);
  const room = bodyRoom(envelope, [...head.short, pageElement(1, 1, t)]);
  const size = pieces.flatMap(({ items }) => items).reduce((sum, item) => sum + room.cost(item), 0);
  const isWhole = !pieces.some(({ isPartial }) => isPartial);
  if (isWhole && size <= bodyRoom(envelope).total) return [fittingCard(reply, pieces, t)];
  const all = [...(head.isCut ? [[...head.full]] : []), ...withButtons(groups.flatMap(spreadOut))];
  const parts = splitPieces(all, { ...room, total: room.total - TEAMS_STYLE.wayOnBytes }, []);
  return parts.map((body, index) => ({
    ...envelope,
    body: [...head.short, pageElement(index + 1, parts.length, t), ...body],
  }));
}

/** Which part of how many this is. */
export function pageElement(page: number, pages: number, t: Translate): CardElement {
  const [line] = richText([{ text: t('render.page', { page, pages }) }], { isSubtle: true });
  return line as CardElement;
}

function spreadOut(group: readonly ElementPiece[]): ElementPiece[][] {
  const groups: ElementPiece[][] = [[]];
  for (const piece of group) {
    const [first = [piece], ...rest] = piece.spread ?? [];
    groups.at(-1)?.push(...first);
    groups.push(...rest.map((more) => [...more]));
  }
  return groups;
}

/** Buttons stay with what they are about, and a heading with what it stands over. */
function withButtons(groups: readonly ElementPiece[][]): ElementPiece[][] {
  const joined: ElementPiece[][] = [];
  for (const group of groups.filter((one) => one.length > 0)) {
    const last = joined.at(-1);
    if (last && (isButtons(group) || isHeading(last))) last.push(...group);
    else joined.push([...group]);
  }
  return joined;
}

function isButtons(group: readonly ElementPiece[]): boolean {
  return group.every(({ items }) => items.every(({ type }) => type === 'ActionSet'));
}

function isHeading(group: readonly ElementPiece[]): boolean {
  const items = group.flatMap((piece) => piece.items);
  return items.length === 1 && items[0]?.type === 'TextBlock';
}
