import type { KnownBlock } from '@slack/types';
import { answeredBlocks } from './answered-blocks.ts';

/** One message of which rows of buttons were answered. */
interface Answered {
  rows: Map<string, string>;
  /** Ends when what was answered until now is shown. */
  shown: Promise<unknown>;
}

/** Draws a message anew with one more row answered, after all that was answered in it before. */
export type ShowAnswered = (
  message: string,
  row: { blockId: string; text: string },
  blocks: readonly KnownBlock[],
  show: (blocks: KnownBlock[]) => Promise<unknown>,
) => Promise<void>;

const MOST_MESSAGES = 1_000;

/**
 * Slack sends a message along as it was when a button in it was pressed, so two quick presses know nothing of each
 * other: what was answered lately is remembered here, and shown one after the other.
 */
export function answeredRows(): ShowAnswered {
  const messages = new Map<string, Answered>();
  return async (message, { blockId, text }, blocks, show) => {
    const known = messages.get(message) ?? { rows: new Map(), shown: Promise.resolve() };
    messages.delete(message);
    messages.set(message, known);
    const [oldest] = messages.keys();
    if (messages.size > MOST_MESSAGES && oldest !== undefined) messages.delete(oldest);
    known.rows.set(blockId, text);
    const drawn = known.shown.catch(() => {}).then(() => show(withAnswers(blocks, known.rows)));
    known.shown = drawn;
    await drawn;
  };
}

function withAnswers(blocks: readonly KnownBlock[], rows: ReadonlyMap<string, string>): KnownBlock[] {
  return [...rows].reduce<KnownBlock[]>(
    (all, [blockId, text]) => answeredBlocks(all, blockId, text) ?? all,
    [...blocks],
  );
}
