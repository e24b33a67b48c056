import type { KnownBlock } from '@slack/types';
import type { Translate } from '../../i18n/translate.ts';
import type { Choice, Confirm, FormReply, Message, Reply } from '../../reply/reply.ts';
import { cleanLine, cleanText } from '../shared/clean-text.ts';
import { confirmActions } from '../shared/confirm-actions.ts';
import { fitPieces } from '../shared/fit-pieces.ts';
import { filledArgs } from '../shared/form-values.ts';
import { plainLines } from '../shared/plain-lines.ts';
import { labelled, type Run, runs } from '../shared/runs.ts';
import { splitPieces } from '../shared/split-pieces.ts';
import { shorten, splitText } from '../shared/split-text.ts';
import { withoutMarkup } from '../shared/without-markup.ts';
import { actionBlocks, actionIds } from './action-blocks.ts';
import { SLACK_LIMITS, SLACK_STYLE } from './limits.ts';
import { type BlockPiece, linePieces, type SlackBuild, sectionPieces } from './section-blocks.ts';

export { renderSlackModal, renderSlackModals } from './render-modal.ts';

export interface SlackMessage {
  /** For notifications and screen readers; Slack reads it as markup, so it holds none. */
  text: string;
  blocks: KnownBlock[];
}

/**
 * A reply as one Slack message within Slack's limits. A form becomes the button that opens it. `named` gives blocks
 * ids of their own, which count as well.
 */
export function renderSlack(reply: Reply, t: Translate, named: Named = (block) => block): SlackMessage {
  const build = { t, ids: actionIds(), tables: SLACK_LIMITS.tablesPerMessage };
  const blocks = fittingBlocks(reply, build, messageRoom(named));
  return { text: fallbackText(reply, t), blocks: blocks.map(named) };
}

/** Gives a block an id of its own; `index` is its place in the message. */
export type Named = (block: KnownBlock, index: number) => KnownBlock;

/** What the buttons take that lead from one part to the next. */
const WAY_ON = { characters: 2_500, blocks: 1 };

/** A reply in as many messages as it needs, with room in each for buttons to the others; one when it fits. */
export function renderSlackParts(
  reply: Reply,
  t: Translate,
  named: Named = (block) => block,
): SlackMessage[] {
  const build = { t, ids: actionIds(), tables: SLACK_LIMITS.tablesPerMessage };
  const pieces = replyPieces(reply, build);
  const room = messageRoom(named);
  const all = pieces.flatMap((piece) => piece.items);
  const costs = all.reduce((sum, block) => sum + room.cost(block), 0);
  if (all.length <= room.count && costs <= room.total) return [renderSlack(reply, t, named)];
  const [head = { items: [] }, ...rest] = pieces;
  const smaller = {
    ...room,
    total: room.total - WAY_ON.characters,
    count: room.count - WAY_ON.blocks,
  };
  const parts = splitPieces(inGroups(rest), smaller, head.items);
  return parts.map((blocks) => ({ text: fallbackText(reply, t), blocks: blocks.map(named) }));
}

/** Buttons stay with what they are about. */
function inGroups(pieces: readonly BlockPiece[]): BlockPiece[][] {
  const groups: BlockPiece[][] = [];
  for (const piece of pieces) {
    const isButtons = piece.items.every(({ type }) => type === 'actions');
    const last = groups.at(-1);
    if (isButtons && last) last.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

function messageRoom(named: Named) {
  return {
    cost: (block: KnownBlock) =>
      JSON.stringify(named(block, SLACK_LIMITS.messageBlocks)).length + SLACK_LIMITS.blockOverhead,
    total: SLACK_LIMITS.messageCharacters,
    count: SLACK_LIMITS.messageBlocks,
  };
}

/** A reply as the blocks of a view (the App Home, or a modal that only shows); views hold more, and no tables. */
export function renderSlackViewBlocks(reply: Reply, t: Translate): KnownBlock[] {
  const room = {
    cost: (block: KnownBlock) => Buffer.byteLength(JSON.stringify(block)),
    total: SLACK_LIMITS.viewBytes,
    count: SLACK_LIMITS.viewBlocks,
  };
  return fittingBlocks(reply, { t, ids: actionIds(), tables: 0 }, room);
}

function fittingBlocks(reply: Reply, build: SlackBuild, room: Parameters<typeof fitPieces<KnownBlock>>[1]) {
  const notice = linePieces([[{ text: build.t('render.more') }]]).flatMap((piece) => piece.items);
  const blocks = fitPieces(replyPieces(reply, build), room, notice);
  return blocks.length > 0 ? blocks : [...notice];
}

function replyPieces(reply: Reply, build: SlackBuild): BlockPiece[] {
  switch (reply.type) {
    case 'message':
      return messagePieces(reply, build);
    case 'choice':
      return choicePieces(reply, build);
    case 'confirm':
      return confirmPieces(reply, build);
    case 'form':
      return formPieces(reply, build);
  }
}

function messagePieces({ title, sections, next }: Message, build: SlackBuild): BlockPiece[] {
  const more = next ? [{ ...next, label: next.label || build.t('render.next-page') }] : [];
  return [
    ...titlePieces(title),
    ...sections.flatMap((section) => sectionPieces(section, build)),
    ...sectionPieces({ type: 'actions', actions: more }, build),
  ];
}

/** Numbered lines with numbered buttons below: a button alone shows only some thirty characters. */
function choicePieces({ question, options }: Choice, build: SlackBuild): BlockPiece[] {
  const numbered = options.map((option, index) => ({ ...option, number: `${index + 1}. ` }));
  const groups: BlockPiece[] = [];
  for (let at = 0; at < numbered.length; at += SLACK_STYLE.choicesPerGroup) {
    const group = numbered.slice(at, at + SLACK_STYLE.choicesPerGroup);
    const lines = group.map(({ number, label, detail }): Run[] => [
      { text: number + shorten(cleanLine(label), SLACK_STYLE.choiceText), strong: true },
      ...(detail ? [{ text: ` – ${shorten(cleanLine(detail), SLACK_STYLE.choiceText)}` }] : []),
    ]);
    const actions = group.map(({ number, label, action }) => ({ ...action, label: number + label }));
    const buttons = actionBlocks(actions, build.ids, build.t);
    groups.push(
      ...linePieces(lines),
      ...buttons.map((block) => ({ items: [block], ...(at === 0 ? { keep: 'if-room' as const } : {}) })),
    );
  }
  return [...linePieces([[{ text: cleanText(question), strong: true }]]), ...groups];
}

function confirmPieces(reply: Confirm, build: SlackBuild): BlockPiece[] {
  const { title, draft, warnings } = reply;
  return [
    ...titlePieces(title),
    ...linePieces(draft.map(({ label, value }) => labelled(cleanLine(label), runs(value)))),
    ...warnings.flatMap((section) => sectionPieces(section, build)),
    ...sectionPieces({ type: 'actions', actions: confirmActions(reply) }, build),
  ];
}

/** Without a fresh press Slack opens no modal, so the message offers one. */
function formPieces(form: FormReply, build: SlackBuild): BlockPiece[] {
  const errors = form.fields.filter((field) => field.error);
  const open = {
    label: build.t('render.open-form'),
    command: form.command,
    args: filledArgs(form),
    opensForm: true,
    style: 'primary' as const,
    ...(form.version === undefined ? {} : { version: form.version }),
  };
  return [
    ...titlePieces(form.title),
    ...linePieces([
      runs(form.intro ?? ''),
      ...errors.map(({ label, error }) => labelled(cleanLine(label), runs(error ?? ''))),
    ]),
    ...sectionPieces({ type: 'actions', actions: [open] }, build),
  ];
}

/** A title as a header; what is longer than a header may be goes on below it. */
function titlePieces(title: string): BlockPiece[] {
  const [first, ...rest] = splitText(cleanLine(title), SLACK_LIMITS.header);
  if (first === undefined) return [];
  const header: KnownBlock = { type: 'header', text: { type: 'plain_text', text: first, emoji: false } };
  const continued = rest.length === 0 ? [] : linePieces([[{ text: rest.join(' '), strong: true }]]);
  return [{ items: [header], keep: 'always' }, ...continued];
}

function fallbackText(reply: Reply, t: Translate): string {
  const plain = withoutMarkup(plainLines(reply).join('\n')) || t('render.more');
  return escaped(shorten(plain, SLACK_LIMITS.topLevelText, (part) => escaped(part).length));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
