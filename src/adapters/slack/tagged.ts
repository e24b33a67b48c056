import type { KnownBlock } from '@slack/types';
import type { Locale } from '../../core/locale.ts';
import { translator } from '../../i18n/translate.ts';
import { decodeAction, encodeAction } from '../../render/action-value.ts';
import { renderSlack, type SlackMessage } from '../../render/slack/render-slack.ts';
import type { Action, Message, Reply, Section } from '../../reply/reply.ts';

/** Posts the answer to the channel; the adapter's own, since only a chat platform has channels. */
export const SHARE = 'deel-in-kanaal';

const LONGEST_ID = 255;
const LONGEST_VALUE = 1_900;
const IN_PLACE = 'x';
const REDRAW = 'r';

/** What a press on a button should do to the message that it stands in. */
export type Fate =
  | { type: 'stays' }
  | { type: 'replaced' }
  | { type: 'redrawn'; by: Pick<Action, 'command' | 'args'> };

/**
 * An answer as a Slack message whose buttons know what becomes of it: a question is replaced by what follows from it,
 * as is a page by the next one; what shows something is drawn anew after a change. `shareable`: it may be posted.
 */
export function renderTagged(
  reply: Reply,
  locale: Locale,
  { shareable = false, sharedBy }: { shareable?: boolean; sharedBy?: string } = {},
): SlackMessage {
  const t = translator(locale);
  const named = sharedBy === undefined ? reply : withNotice(reply, t('slack.shared-by', { name: sharedBy }));
  const shown = shareable && named.type === 'message' ? withShare(named, t('slack.share')) : named;
  return renderSlack(shown, t, (block, index) => tagged(block, index, reply));
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
  return id && id.length <= LONGEST_ID ? { ...block, block_id: id } : block;
}

/** At the top, since the end is what is left out when an answer is too long. */
function withNotice(reply: Reply, text: string): Reply {
  if (reply.type !== 'message') return reply;
  return { ...reply, sections: [{ type: 'text', text }, ...reply.sections] };
}

function withShare(message: Message, label: string): Message {
  if (!message.refresh) return message;
  const wat = encodeAction(message.refresh);
  if (Buffer.byteLength(wat) > LONGEST_VALUE / 2) return message;
  const share: Section = { type: 'actions', actions: [{ label, command: SHARE, args: { wat } }] };
  return { ...message, sections: [...message.sections, share] };
}
