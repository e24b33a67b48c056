import type { Piece } from '../shared/fit-pieces.ts';
import type { CardElement, RichTextBlock } from './types.ts';

export interface ElementPiece extends Piece<CardElement> {
  /** The same in groups of smaller pieces, for a reply that goes on from card to card. */
  spread?: readonly ElementPiece[][];
  /** The items leave something out that `spread` shows. */
  isPartial?: boolean;
}

/** Each element a piece of its own. */
export function single(elements: readonly CardElement[]): ElementPiece[] {
  return elements.map((element) => ({ items: [element] }));
}

/** Each element a group of its own. */
export function apart(elements: readonly CardElement[]): ElementPiece[][] {
  return single(elements).map((piece) => [piece]);
}

/** A line close to the one above it. */
export function close(block: RichTextBlock): RichTextBlock {
  return { ...block, spacing: 'small' };
}
