import { cleanLine } from '../shared/clean-text.ts';
import type { Run } from '../shared/runs.ts';
import { splitText } from '../shared/split-text.ts';
import { TEAMS_STYLE } from './limits.ts';
import { withoutFunctions } from './plain-text.ts';
import type { RichTextBlock, TextBlock, TextRun } from './types.ts';

export type Looks = Pick<TextRun, 'size' | 'color' | 'isSubtle'>;

const MARKDOWN = /[*_~`[\]<>#{}\\|&!@]|:\/\/|www\.|^\s*(?:\d+[.)]|[-+=])/im;

/** Bytes as they are sent: JSON in UTF-8. */
export function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

/** Bytes of a text inside JSON; adds up over parts of a text. */
export function textBytes(text: string): number {
  return bytesOf(text) - 2;
}

/** A line of runs. A text run shows its text as it is, dates to fill in apart: nothing can format, link or mention. */
export function richText(line: readonly Run[], looks: Looks = {}): RichTextBlock[] {
  const blocks: RichTextBlock[] = [];
  let inlines: TextRun[] = [];
  let room: number = TEAMS_STYLE.textBytes;
  const flush = () => {
    if (inlines.some((run) => run.text.trim() !== '')) blocks.push({ type: 'RichTextBlock', inlines });
    inlines = [];
    room = TEAMS_STYLE.textBytes;
  };
  const plain = line.map((run) => ({ ...run, text: withoutFunctions(run.text) }));
  for (const run of plain.filter(({ text }) => text !== '')) {
    const whole = textBytes(run.text) <= TEAMS_STYLE.textBytes;
    for (const text of whole ? [run.text] : splitText(run.text, TEAMS_STYLE.textBytes, textBytes)) {
      const size = textBytes(text);
      if (size > room) flush();
      inlines.push(textRun({ ...run, text }, looks));
      room -= size;
    }
  }
  flush();
  return blocks;
}

/** A heading that screen readers announce, unless its text could be read as markdown. */
export function headingBlocks(text: string, size: 'large' | 'medium'): (TextBlock | RichTextBlock)[] {
  const line = cleanLine(text);
  if (line === '') return [];
  // What stands under a heading belongs to it more than what stands above it.
  const apart = size === 'medium' ? { spacing: 'large' as const } : {};
  if (MARKDOWN.test(line) || textBytes(line) > TEAMS_STYLE.textBytes)
    return richText([{ text: line, strong: true }], { size }).map((block) => ({ ...block, ...apart }));
  return [{ type: 'TextBlock', text: line, wrap: true, size, weight: 'bolder', style: 'heading', ...apart }];
}

function textRun({ text, strong, href }: Run, looks: Looks): TextRun {
  return {
    type: 'TextRun',
    text,
    ...looks,
    ...(strong ? { weight: 'bolder' as const } : {}),
    ...(href ? { selectAction: { type: 'Action.OpenUrl' as const, url: href } } : {}),
  };
}
