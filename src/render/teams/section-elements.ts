import type { Translate } from '../../i18n/translate.ts';
import type { Field, Section } from '../../reply/reply.ts';
import { cleanLine } from '../shared/clean-text.ts';
import { labelled, type Run, runs, strong } from '../shared/runs.ts';
import { webAddress } from '../shared/safe-link.ts';
import { shorten } from '../shared/split-text.ts';
import { actionElements } from './card-actions.ts';
import type { CardLook } from './card-look.ts';
import { TEAMS_STYLE } from './limits.ts';
import { apart, close, type ElementPiece, single } from './pieces.ts';
import { withoutFunctions } from './plain-text.ts';
import { headingBlocks, type Looks, richText } from './rich-text.ts';
import { tableGroups } from './table-elements.ts';
import type { CardElement, RichTextBlock } from './types.ts';

type Notice = Extract<Section, { type: 'notice' }>;

/** Only for what went wrong: `good` and `warning` are drawn too light to read on white. The bold lead says those. */
const COLOURS: Readonly<Record<Notice['tone'], Looks>> = {
  info: {},
  success: {},
  warning: {},
  error: { color: 'attention' },
};

/** A section as pieces that a card can take or leave, each piece whole; a group stays together where it can. */
export function sectionGroups(section: Section, t: Translate, look: CardLook = {}): ElementPiece[][] {
  switch (section.type) {
    case 'text':
      return apart(richText(runs(section.text)));
    case 'heading':
      return [single(headingBlocks(section.text, 'medium'))];
    case 'notice':
      return apart(noticeElements(section, t));
    case 'fields':
      return fieldGroups(section.fields);
    case 'table':
      return tableGroups(section, t);
    case 'list':
      return section.items.map(({ title, lines, actions = [] }) => [
        ...single(richText(strong(runs(title))).map(separated)),
        ...single(lines.flatMap((line) => richText(runs(line)).map(close))),
        ...single(actionElements(actions, t, look)),
      ]);
    case 'image':
      return apart(imageElements(section.url, section.alt));
    case 'actions':
      return apart(actionElements(section.actions, t, look)).map((group) =>
        group.map((piece) => ({ ...piece, keep: 'if-room' as const })),
      );
  }
}

/** Label and value on a line each; a FactSet would read both as markdown. */
export function fieldGroups(fields: readonly Field[]): ElementPiece[][] {
  return fields.map(({ label, value }) =>
    single(richText(labelled(cleanLine(label), runs(value))).map(close)),
  );
}

function noticeElements({ tone, text }: Notice, t: Translate): CardElement[] {
  const lead: Run[] = tone === 'info' ? [] : [{ text: `${t(`render.${tone}`)}: `, strong: true }];
  return richText([...lead, ...runs(text)], COLOURS[tone]);
}

function imageElements(url: string, alt: string): CardElement[] {
  const address = webAddress(url);
  if (!address || address.length > TEAMS_STYLE.textBytes) return richText(runs(alt));
  const altText = withoutFunctions(shorten(cleanLine(alt), TEAMS_STYLE.altText));
  return [{ type: 'Image', url: address, altText, size: 'auto' }];
}

function separated(block: RichTextBlock, index: number): RichTextBlock {
  return index === 0 ? { ...block, separator: true, spacing: 'medium' } : block;
}
