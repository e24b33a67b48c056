import type { RichTextBlock, RichTextLink, RichTextSection, RichTextText } from '@slack/types';
import type { Run } from '../shared/runs.ts';
import { splitText } from '../shared/split-text.ts';
import { SLACK_LIMITS } from './limits.ts';

/**
 * Lines of runs as rich text blocks. Slack shows the text of rich text as it is, so nothing in it can
 * mention, link or format; a long text goes on in the next block.
 */
export function richTextBlocks(lines: readonly (readonly Run[])[]): RichTextBlock[] {
  const blocks: RichTextBlock[] = [];
  let sections: RichTextSection[] = [];
  let room: number = SLACK_LIMITS.richText;
  const flush = () => {
    if (sections.length > 0) blocks.push({ type: 'rich_text', elements: sections });
    sections = [];
    room = SLACK_LIMITS.richText;
  };
  for (const part of lines.flatMap(splitRuns)) {
    const size = sizeOf(part);
    if (size > room) flush();
    sections.push({ type: 'rich_text_section', elements: part.map(richElement) });
    room -= size;
  }
  flush();
  return blocks;
}

/** A line as sections of rich text, several when it is longer than one may be. */
export function richSections(line: readonly Run[]): RichTextSection[] {
  return splitRuns(line).map((part) => ({ type: 'rich_text_section', elements: part.map(richElement) }));
}

function richElement(run: Run): RichTextText | RichTextLink {
  const style = run.strong ? { style: { bold: true } } : {};
  if (run.href && run.href.length <= SLACK_LIMITS.url)
    return { type: 'link', url: run.href, text: run.text, ...style };
  return { type: 'text', text: run.text, ...style };
}

/** A line in as many parts as it needs, each within what one block may hold. */
function splitRuns(line: readonly Run[]): Run[][] {
  const parts: Run[][] = [];
  let current: Run[] = [];
  let room: number = SLACK_LIMITS.richText;
  for (const run of line) {
    for (const text of sized(run)) {
      if (text.length > room) {
        parts.push(current);
        current = [];
        room = SLACK_LIMITS.richText;
      }
      current.push({ ...run, text });
      room -= text.length;
    }
  }
  parts.push(current);
  return parts.filter((part) => part.length > 0);
}

/** White space alone is kept when it stands between two runs. */
function sized(run: Run): string[] {
  return run.text.length <= SLACK_LIMITS.richText ? [run.text] : splitText(run.text, SLACK_LIMITS.richText);
}

function sizeOf(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + run.text.length, 0);
}
