import type { ContextBlock, InputBlock, KnownBlock } from '@slack/types';
import type { Translate } from '../../i18n/translate.ts';
import type { FormField } from '../../reply/reply.ts';
import { cleanLine, cleanText } from '../shared/clean-text.ts';
import { inputName, singleValue } from '../shared/form-values.ts';
import { periodParts } from '../shared/period-parts.ts';
import { splitText } from '../shared/split-text.ts';
import { inputElement, needsNames } from './input-element.ts';
import { SLACK_LIMITS } from './limits.ts';
import { plainObject } from './plain-object.ts';
import { richTextBlocks } from './rich-text.ts';

/** A field as an input; a period as three, for its first day, its last day and words. */
export function fieldBlocks(field: FormField, t: Translate): KnownBlock[] {
  if (field.input !== 'period') return inputBlocks(field, t);
  const [first, last, words] = periodParts(field, t);
  // Words that stay out of the form must not be taken for words that were wiped.
  if (!inputElement(words, t)) return inputBlocks(words, t);
  return [first, last, words].flatMap((part) => inputBlocks(part, t));
}

/**
 * A field as an input with its error below it. A text that is longer than Slack's input stays out of
 * the form: cut short, it would overwrite the whole one when the form is sent.
 */
function inputBlocks(field: FormField, t: Translate): KnownBlock[] {
  const element = inputElement(field, t);
  if (!element) return [...tooLongBlocks(field, t), ...errorBlocks(field)];
  const input: InputBlock = {
    type: 'input',
    block_id: inputName(field).slice(0, SLACK_LIMITS.actionId),
    label: plainObject(field.label, SLACK_LIMITS.inputLabel, field.name),
    optional: !field.required,
    element,
  };
  const hint = [cleanLine(field.hint ?? ''), needsNames(field) ? namesHint(field, t) : ''].filter(
    (part) => part !== '',
  );
  if (hint.length > 0) input.hint = plainObject(hint.join(' '), SLACK_LIMITS.inputHint);
  return [input, ...errorBlocks(field)];
}

function namesHint(field: FormField, t: Translate): string {
  return t(field.input === 'multi-select' ? 'render.several-hint' : 'render.search-hint');
}

function errorBlocks(field: FormField): ContextBlock[] {
  return splitText(cleanText(field.error ?? ''), SLACK_LIMITS.contextText).map((text, index) => ({
    type: 'context',
    elements: [{ type: 'plain_text', text: index === 0 ? `⚠️ ${text}` : text, emoji: false }],
  }));
}

function tooLongBlocks(field: FormField, t: Translate): KnownBlock[] {
  const start = splitText(cleanText(singleValue(field)), 300)
    .slice(0, 1)
    .map((text) => ({ text: `${text} …` }));
  const label = cleanLine(field.label) || field.name;
  return richTextBlocks([[{ text: label, strong: true }], start, [{ text: t('render.too-long') }]]);
}
