import type { KnownBlock } from '@slack/types';
import type { Translate } from '../../i18n/translate.ts';
import type { ListItem, Section } from '../../reply/reply.ts';
import { cleanLine } from '../shared/clean-text.ts';
import type { Piece } from '../shared/fit-pieces.ts';
import { rowLine, type TableSection } from '../shared/row-line.ts';
import { labelled, type Run, runs, strong } from '../shared/runs.ts';
import { webAddress } from '../shared/safe-link.ts';
import { shorten } from '../shared/split-text.ts';
import { type ActionIds, actionBlocks } from './action-blocks.ts';
import { SLACK_LIMITS, SLACK_STYLE } from './limits.ts';
import { richTextBlocks } from './rich-text.ts';
import { tableBlock } from './table-block.ts';

type Notice = Extract<Section, { type: 'notice' }>;
export type BlockPiece = Piece<KnownBlock>;

const SIGNS: Readonly<Record<Notice['tone'], string>> = {
  info: 'ℹ️',
  success: '✅',
  warning: '⚠️',
  error: '❌',
};

/** What a message is being built with: its button ids, and how many tables it may still hold. */
export interface SlackBuild {
  t: Translate;
  ids: ActionIds;
  tables: number;
}

/** A section as pieces that a message can take or leave, each piece whole. */
export function sectionPieces(section: Section, build: SlackBuild): BlockPiece[] {
  switch (section.type) {
    case 'text':
      return linePieces([runs(section.text)]);
    case 'heading':
      return linePieces([[{ text: cleanLine(section.text), strong: true }]]);
    case 'notice':
      return linePieces([noticeRuns(section, build.t)]);
    case 'fields':
      return linePieces(section.fields.map(({ label, value }) => labelled(cleanLine(label), runs(value))));
    case 'table':
      return tablePieces(section, build);
    case 'list':
      return listPieces(section.items, build);
    case 'image':
      return imagePieces(section.url, section.alt);
    case 'actions':
      return single(actionBlocks(section.actions, build.ids, build.t)).map((piece) => ({
        ...piece,
        keep: 'if-room' as const,
      }));
  }
}

/** Lines of text, a piece per block of them. */
export function linePieces(lines: readonly (readonly Run[])[]): BlockPiece[] {
  const shown = lines.filter((line) => line.some((run) => run.text.trim() !== ''));
  return single(richTextBlocks(shown));
}

function single(blocks: readonly KnownBlock[]): BlockPiece[] {
  return blocks.map((block) => ({ items: [block] }));
}

/** Entries without buttons share a block, since a message has only fifty. */
function listPieces(items: readonly ListItem[], build: SlackBuild): BlockPiece[] {
  const pieces: BlockPiece[] = [];
  let waiting: Run[][] = [];
  let entries = 0;
  const flush = () => {
    pieces.push(...linePieces(waiting));
    waiting = [];
    entries = 0;
  };
  for (const { title, lines, actions = [] } of items) {
    waiting.push([{ text: '• ' }, ...strong(runs(title))], ...lines.map((line) => runs(line)));
    entries += 1;
    if (entries >= SLACK_STYLE.entriesPerBlock || actions.length > 0) flush();
    pieces.push(...single(actionBlocks(actions, build.ids, build.t)));
  }
  flush();
  return pieces;
}

function noticeRuns({ tone, text }: Notice, t: Translate): Run[] {
  const lead = tone === 'info' ? '' : `${t(`render.${tone}`)}: `;
  return [{ text: `${SIGNS[tone]} ${lead}`, strong: true }, ...runs(text)];
}

/** Slack takes one table a message; further and wider ones become lines. */
function tablePieces(table: TableSection, build: SlackBuild): BlockPiece[] {
  const caption: Run[] = [{ text: cleanLine(table.caption), strong: true }];
  const whole = build.tables > 0 ? tableBlock(table, Infinity) : undefined;
  if (!whole) return linePieces([caption, ...table.rows.map((row) => rowLine(table, row))]);
  build.tables -= 1;
  const more = linePieces([[{ text: build.t('render.more') }]]).flatMap((piece) => piece.items);
  const shrink = (room: number) => {
    const part = tableBlock(table, room - SLACK_LIMITS.blockOverhead - 1);
    return part ? [part.block] : [];
  };
  const cut = whole.rows < table.rows.length ? more : [];
  return [...linePieces([caption]), { items: [whole.block, ...cut], shrink }];
}

function imagePieces(url: string, alt: string): BlockPiece[] {
  const address = fetchable(url);
  if (!address || address.length > SLACK_LIMITS.url) return linePieces([runs(alt)]);
  const altText = shorten(cleanLine(alt) || '–', SLACK_LIMITS.imageAlt);
  return [{ items: [{ type: 'image', image_url: address, alt_text: altText }] }];
}

/** Slack fetches a picture when it is posted, and refuses the whole message when it cannot. */
function fetchable(url: string): string | undefined {
  const address = webAddress(url);
  const parsed = address === undefined ? undefined : new URL(address);
  return parsed?.protocol === 'https:' && parsed.hostname.includes('.') && !/^[\d.]+$/.test(parsed.hostname)
    ? address
    : undefined;
}
