import type { PlainTextElement } from '@slack/types';
import { cleanLine } from '../shared/clean-text.ts';
import { shorten } from '../shared/split-text.ts';

/** A text that Slack shows as it is: no mentions, no formatting, and `:12:` stays `:12:`. Never empty. */
export function plainObject(text: string, limit: number, otherwise = '–'): PlainTextElement {
  return { type: 'plain_text', text: shorten(cleanLine(text) || otherwise, limit), emoji: false };
}
