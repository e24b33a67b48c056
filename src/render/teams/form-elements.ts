import type { Translate } from '../../i18n/translate.ts';
import type { FormField } from '../../reply/reply.ts';
import { cleanLine, cleanText } from '../shared/clean-text.ts';
import {
  chosenOptions,
  FLAG_NOT_SET,
  FLAG_SET,
  flagValue,
  inputKind,
  inputName,
  singleValue,
  valuesOf,
} from '../shared/form-values.ts';
import { periodParts } from '../shared/period-parts.ts';
import { shorten, splitText } from '../shared/split-text.ts';
import { withoutMarkup } from '../shared/without-markup.ts';
import { TEAMS_STYLE } from './limits.ts';
import { bytesOf, richText, textBytes } from './rich-text.ts';
import { type ElementPiece, single } from './section-elements.ts';
import type { CardElement, CardInput } from './types.ts';

/** A field as an input, with its error above and its hint below it; a period as three inputs that stay together. */
export function fieldElements(field: FormField, t: Translate): ElementPiece[] {
  const error = richText([{ text: cleanText(field.error ?? '') }], { color: 'attention' });
  const parts = field.input === 'period' ? periodParts(field, t) : [field];
  const hints = [...parts.map(({ hint = '' }) => hint), ...namesHints(field, t)].flatMap((hint) =>
    richText([{ text: cleanText(hint) }], { isSubtle: true }),
  );
  const inputs = parts.map((part) => cardInput(part, t));
  const isWhole = inputs.every((input) => input !== undefined);
  const shown: CardElement[] = isWhole ? inputs : tooLong(field, t);
  return [...single(error), { items: shown, keep: 'if-room' }, ...single(hints)];
}

/** Undefined for a value that would fill the card: cut short, it would overwrite the whole one. */
function cardInput(field: FormField, t: Translate): CardInput | undefined {
  const base = {
    id: inputName(field),
    label: shorten(cleanLine(field.label) || field.name, TEAMS_STYLE.label),
    ...(field.required && field.input !== 'flag'
      ? { isRequired: true as const, errorMessage: t('render.fill-in') }
      : {}),
  };
  if (field.input === 'flag') {
    const value = flagValue(field) ?? FLAG_NOT_SET;
    return {
      type: 'Input.Toggle',
      ...base,
      title: t('render.yes'),
      value,
      valueOn: FLAG_SET,
      valueOff: FLAG_NOT_SET,
    };
  }
  const choices = choicesOf(field);
  if (choices) return choiceSet(field, base, choices, t);
  const value = cleanText(singleValue(field));
  if (textBytes(value) > TEAMS_STYLE.valueBytes) return undefined;
  const filled = value === '' ? {} : { value };
  switch (inputKind(field)) {
    case 'date':
      return { type: 'Input.Date', ...base, ...filled };
    case 'time':
      return { type: 'Input.Time', ...base, ...filled };
    case 'number':
      return { type: 'Input.Number', ...base, ...(value === '' ? {} : { value: Number(value) }) };
    case 'url':
      return { type: 'Input.Text', ...base, ...filled, style: 'url' };
    case 'long-text':
      return { type: 'Input.Text', ...base, ...filled, isMultiline: true };
    default:
      return {
        type: 'Input.Text',
        ...base,
        ...filled,
        ...(value.includes('\n') ? { isMultiline: true as const } : {}),
      };
  }
}

/**
 * The choices to list, or undefined when the name has to be typed: Adaptive Cards 1.5 cannot search on
 * the server, a long list does not fit in a card, and several values are sent with commas between them.
 */
function choicesOf(field: FormField): { title: string; value: string }[] | undefined {
  if (field.input !== 'select' && field.input !== 'multi-select') return undefined;
  const options = field.options ?? [];
  if (options.length === 0 || field.searchKinds) return undefined;
  if (field.input === 'multi-select' && options.some((option) => option.value.includes(',')))
    return undefined;
  const choices = options.map(({ value, label }) => ({
    title: withoutMarkup(shorten(cleanLine(label) || value, TEAMS_STYLE.choiceTitle)),
    value,
  }));
  return bytesOf(choices) <= TEAMS_STYLE.choicesBytes ? choices : undefined;
}

function choiceSet(
  field: FormField,
  base: Pick<CardInput, 'id' | 'label' | 'isRequired' | 'errorMessage'>,
  choices: { title: string; value: string }[],
  t: Translate,
): CardInput {
  const known = new Set(choices.map((choice) => choice.value));
  const value = valuesOf(field)
    .filter((item) => known.has(item))
    .join(',');
  const filled = value === '' ? {} : { value };
  if (field.input === 'multi-select')
    return {
      type: 'Input.ChoiceSet',
      ...base,
      choices,
      style: 'expanded',
      isMultiSelect: true,
      wrap: true,
      ...filled,
    };
  return {
    type: 'Input.ChoiceSet',
    ...base,
    choices,
    style: 'compact',
    placeholder: t('render.choose'),
    ...filled,
  };
}

function namesHints(field: FormField, t: Translate): string[] {
  if ((field.input !== 'select' && field.input !== 'multi-select') || choicesOf(field)) return [];
  const names = chosenOptions(field).map((option) => cleanLine(option.label));
  const chosen = names.length > 0 ? [t('render.chosen-now', { names: names.join(', ') })] : [];
  return [t(field.input === 'multi-select' ? 'render.several-hint' : 'render.search-hint'), ...chosen];
}

function tooLong(field: FormField, t: Translate): CardElement[] {
  const [start = ''] = splitText(cleanText(singleValue(field)), TEAMS_STYLE.choiceText);
  return [
    ...richText([{ text: shorten(cleanLine(field.label) || field.name, TEAMS_STYLE.label), strong: true }]),
    ...richText([{ text: `${start} …` }]),
    ...richText([{ text: t('render.too-long') }], { isSubtle: true }),
  ];
}
