import { plainLines } from '../../src/render/shared/plain-lines.ts';
import { SLACK_LIMITS } from '../../src/render/slack/limits.ts';
import type { FormReply, Reply } from '../../src/reply/reply.ts';
import { type Json, wordsIn } from './reading.ts';

/** Where the words of a line may lie apart: a row of a second table names its column before each cell. */
const WINDOW = 4;

/** The words of a text one after the other, without its layout: signs, spaces and line ends fall away. */
export function wordsOfText(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}…]+/gu) ?? [];
}

/** What is seen of messages and views; without the text for notifications, which repeats it. */
export function textSeen(parts: readonly Json[]): string {
  return wordsIn(parts.map(({ blocks, title, submit }) => [title, submit, blocks]));
}

/** Whether the words of a line are there, in their order and together. */
export function holds(seen: readonly string[], line: readonly string[]): boolean {
  const [first] = line;
  if (first === undefined || ` ${seen.join(' ')} `.includes(` ${line.join(' ')} `)) return true;
  return seen.some((word, index) => {
    if (word !== first) return false;
    let at = 0;
    for (const next of seen.slice(index, index + line.length * WINDOW)) if (next === line[at]) at++;
    return at === line.length;
  });
}

/** Every fact of a reply as a line; of a form also what it asks. */
export function factsOf(reply: Reply): string[] {
  return reply.type === 'form' ? formFacts(reply) : plainLines(reply);
}

function formFacts({ title, intro, fields, submitLabel }: FormReply): string[] {
  // A modal's title has room for 24 signs.
  const heading = title.length > SLACK_LIMITS.viewTitle ? [] : [title];
  const asked = fields.flatMap(({ label, hint, error, value, options = [] }) => [
    label,
    hint ?? '',
    error ?? '',
    ...[value ?? []].flat().map((one) => options.find((option) => option.value === one)?.label ?? ''),
  ]);
  return [...heading, intro ?? '', submitLabel, ...asked];
}
