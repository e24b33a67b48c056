import type { Translate } from '../../i18n/translate.ts';
import type { Field, Section } from '../../reply/reply.ts';
import { cleanLine } from '../shared/clean-text.ts';
import type { Piece } from '../shared/fit-pieces.ts';
import { rowLine, type TableSection } from '../shared/row-line.ts';
import { labelled, type Run, runs, strong } from '../shared/runs.ts';
import { webAddress } from '../shared/safe-link.ts';
import { shorten } from '../shared/split-text.ts';
import { actionElements } from './card-actions.ts';
import { cardTable } from './card-table.ts';
import { TEAMS_STYLE } from './limits.ts';
import { headingBlocks, type Looks, richText } from './rich-text.ts';
import type { CardElement, RichTextBlock } from './types.ts';

export type ElementPiece = Piece<CardElement>;
type Notice = Extract<Section, { type: 'notice' }>;

const COLOURS: Readonly<Record<Notice['tone'], Looks>> = {
  info: {},
  success: { color: 'good' },
  warning: { color: 'warning' },
  error: { color: 'attention' },
};

/** A section as pieces that a card can take or leave, each piece whole. */
export function sectionElements(section: Section, t: Translate): ElementPiece[] {
  switch (section.type) {
    case 'text':
      return single(richText(runs(section.text)));
    case 'heading':
      return single(headingBlocks(section.text, 'medium'));
    case 'notice':
      return noticeElements(section, t);
    case 'fields':
      return fieldElements(section.fields);
    case 'table':
      return tableElements(section, t);
    case 'list':
      return section.items.flatMap(({ title, lines, actions = [] }) => [
        ...single(richText(strong(runs(title))).map(separated)),
        ...single(lines.flatMap((line) => richText(runs(line)).map(close))),
        ...single(actionElements(actions, t)),
      ]);
    case 'image':
      return imageElements(section.url, section.alt);
    case 'actions':
      return single(actionElements(section.actions, t)).map((piece) => ({
        ...piece,
        keep: 'if-room' as const,
      }));
  }
}

/** Label and value on a line each; a FactSet would read both as markdown. */
export function fieldElements(fields: readonly Field[]): ElementPiece[] {
  return single(
    fields.flatMap(({ label, value }) => richText(labelled(cleanLine(label), runs(value))).map(close)),
  );
}

/** Each element a piece of its own. */
export function single(elements: readonly CardElement[]): ElementPiece[] {
  return elements.map((element) => ({ items: [element] }));
}

function noticeElements({ tone, text }: Notice, t: Translate): ElementPiece[] {
  const lead: Run[] = tone === 'info' ? [] : [{ text: `${t(`render.${tone}`)}: `, strong: true }];
  return single(richText([...lead, ...runs(text)], COLOURS[tone]));
}

function tableElements(section: TableSection, t: Translate): ElementPiece[] {
  const caption = single(richText([{ text: cleanLine(section.caption), strong: true }]));
  const whole = cardTable(section, Infinity);
  if (!whole)
    return [...caption, ...single(section.rows.flatMap((row) => richText(rowLine(section, row)).map(close)))];
  const cut = whole.rows < section.rows.length ? richText([{ text: t('render.more') }]) : [];
  const shrink = (room: number) => {
    const part = cardTable(section, room - 1);
    return part ? [part.table] : [];
  };
  return [...caption, { items: [whole.table, ...cut], shrink }];
}

function imageElements(url: string, alt: string): ElementPiece[] {
  const address = webAddress(url);
  if (!address || address.length > TEAMS_STYLE.textBytes) return single(richText(runs(alt)));
  return single([
    { type: 'Image', url: address, altText: shorten(cleanLine(alt), TEAMS_STYLE.altText), size: 'auto' },
  ]);
}

function close(block: RichTextBlock): RichTextBlock {
  return { ...block, spacing: 'small' };
}

function separated(block: RichTextBlock, index: number): RichTextBlock {
  return index === 0 ? { ...block, separator: true, spacing: 'medium' } : block;
}
