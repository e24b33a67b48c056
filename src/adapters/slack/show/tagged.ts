import type { KnownBlock } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import { type Translate, translator } from '../../../i18n/translate.ts';
import { decodeAction, encodeAction } from '../../../render/action-value.ts';
import { actionButton, actionIds } from '../../../render/slack/action-blocks.ts';
import { renderSlack, renderSlackParts, type SlackMessage } from '../../../render/slack/render-slack.ts';
import type { Action, Reply } from '../../../reply/reply.ts';
import { isDone } from '../../chat/is-done.ts';
import { waysBetween, withShare } from '../../chat/ways.ts';

const LONGEST_ID = 255;
const IN_PLACE = 'x';
const REDRAW = 'r';
const STAYS = 's';
/** What a press on a button should do to the message that it stands in. */
export type Fate =
  | { type: 'stays' }
  | { type: 'replaced' }
  | { type: 'redrawn'; by: Pick<Action, 'command' | 'args'> };

export interface TaggedOptions {
  /** It may be posted in a channel: a button offers it. */
  shareable?: boolean;
  /** Which part of an answer that is too long for one message, from 0. */
  part?: number;
  /** What shows the rest of a message that is too long and that nobody asked for. */
  rest?: Action;
}

/**
 * An answer as a Slack message whose buttons know what becomes of it: a question is replaced by what follows from it,
 * as is a page by the next one; what shows something is drawn anew after a change.
 */
export function renderTagged(
  reply: Reply,
  locale: Locale,
  { shareable = false, part = 0, rest }: TaggedOptions = {},
): SlackMessage {
  const t = translator(locale);
  const shown = shareable && reply.type === 'message' ? withShare(reply, t) : reply;
  const withIds = (block: KnownBlock, index: number) => tagged(block, index, reply);
  const parts = renderSlackParts(shown, t, withIds);
  const [first] = parts;
  if (first && parts.length === 1) return first;
  const refresh = reply.type === 'message' && !isDone(reply) ? reply.refresh : undefined;
  const ways = refresh ? waysBetween(refresh, { part, of: parts.length }, t) : [];
  const shownPart = parts[Math.min(part, parts.length - 1)];
  if (shownPart && ways.length > 0)
    return { ...shownPart, blocks: [...shownPart.blocks, wayBlock(ways, IN_PLACE, t)] };
  if (first && rest) return { ...first, blocks: [...first.blocks, wayBlock([rest], STAYS, t)] };
  return renderSlack(shown, t, withIds);
}

/** Slack takes five answers to one request; one is left for drawing the card anew. */
const MOST_MESSAGES = 4;

/**
 * The same in as many messages as it needs, for what was done and cannot be made anew to show its other parts; the
 * last one says so when even these do not hold it.
 */
export function renderAll(reply: Reply, locale: Locale, options: TaggedOptions = {}): SlackMessage[] {
  const whole = renderTagged(reply, locale, options);
  if (reply.type !== 'message' || (reply.refresh && !isDone(reply))) return [whole];
  const parts = renderSlackParts(reply, translator(locale), (block, index) => tagged(block, index, reply));
  return parts.length > 1 && parts.length <= MOST_MESSAGES ? parts : [whole];
}

function wayBlock(actions: readonly Action[], kind: string, t: Translate): KnownBlock {
  const ids = actionIds('way');
  const elements = actions.flatMap((action) => actionButton(action, ids, t) ?? []);
  return { type: 'actions', block_id: `${kind}99:`, elements };
}

/** What is to become of the message that holds this button. */
export function fateOf(blockId: string | undefined): Fate {
  const [, kind, value = ''] = /^([a-z])\d+:(.*)$/s.exec(blockId ?? '') ?? [];
  if (kind === IN_PLACE) return { type: 'replaced' };
  const by = kind === REDRAW ? decodeAction(value) : undefined;
  return by ? { type: 'redrawn', by } : { type: 'stays' };
}

function tagged(block: KnownBlock, index: number, reply: Reply): KnownBlock {
  if (block.type !== 'actions') return block;
  const next = reply.type === 'message' && reply.next ? encodeAction(reply.next) : undefined;
  const isNext = block.elements.some((one) => 'value' in one && one.value === next && next !== undefined);
  if (reply.type !== 'message' || isNext) return { ...block, block_id: `${IN_PLACE}${index}:` };
  const id = reply.refresh && `${REDRAW}${index}:${encodeAction(reply.refresh)}`;
  return { ...block, block_id: id && id.length <= LONGEST_ID ? id : `${STAYS}${index}:` };
}
