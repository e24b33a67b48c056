import type { KnownBlock } from '@slack/types';

/** The blocks with the buttons of one row replaced by what was answered; undefined when that row is not there. */
export function answeredBlocks(
  blocks: readonly KnownBlock[],
  blockId: string | undefined,
  text: string,
): KnownBlock[] | undefined {
  const at = blocks.findIndex((block) => block.type === 'actions' && block.block_id === blockId);
  if (at < 0) return undefined;
  const answered: KnownBlock = {
    type: 'context',
    elements: [{ type: 'plain_text', text: `✅ ${text}`, emoji: false }],
  };
  return blocks.with(at, answered);
}
