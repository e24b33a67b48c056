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
} from '../shared/form-values.ts';
import { periodParts } from '../shared/period-parts.ts';
import { shorten, splitText } from '../shared/split-text.ts';
import { askedBy, listedInput, searchedInput } from './choice-set.ts';
import { SEVERAL } from './input-ids.ts';
import { TEAMS_STYLE } from './limits.ts';
import { type ElementPiece, single } from './pieces.ts';
import { withoutFunctions } from './plain-text.ts';
import { richText, textBytes } from './rich-text.ts';
import type { CardElement, CardInput } from './types.ts';

/** A field as an input, with its error above and its hint below it; a period as three inputs that stay together. */
export function fieldElements(field: FormField, command: string, t: Translate): ElementPiece[] {
  const error = richText([{ text: cleanText(field.error ?? '') }], { color: 'attention' });
  const parts = field.input === 'period' ? periodParts(field, t) : [field];
  const hints = [...parts.map(({ hint = '' }) => hint), ...namesHints(field, t)].flatMap((hint) =>
    richText([{ text: cleanText(hint) }], { isSubtle: true }),
  );
  const inputs = parts.map((part) => cardInput(part, command, t));
  const isWhole = inputs.every((input) => input !== undefined);
  const shown: CardElement[] = isWhole ? inputs : tooLong(field, t);
  return [...single(error), { items: shown, keep: 'if-room' }, ...single(hints)];
}

/** Undefined for a value that would fill the card: cut short, it would overwrite the whole one. */
function cardInput(field: FormField, command: string, t: Translate): CardInput | undefined {
  const base = {
    id: inputName(field),
    label: labelOf(field),
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
  const asked = isSelect(field) ? askedBy(field) : 'typed';
  if (asked === 'searched') return searchedInput(field, command, base, t);
  if (asked === 'listed') return listedInput(field, { ...base, id: listedId(field) }, t);
  return textInput(field, base);
}

function textInput(
  field: FormField,
  base: Pick<CardInput, 'id' | 'label' | 'isRequired' | 'errorMessage'>,
): CardInput | undefined {
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

/** The id tells how many values it holds: a text may hold commas of its own. */
function listedId(field: FormField): string {
  return inputName(field) + (field.input === 'multi-select' ? SEVERAL : '');
}

function labelOf(field: FormField): string {
  return withoutFunctions(shorten(cleanLine(field.label) || field.name, TEAMS_STYLE.label));
}

function isSelect({ input }: FormField): boolean {
  return input === 'select' || input === 'multi-select';
}

function namesHints(field: FormField, t: Translate): string[] {
  if (!isSelect(field) || askedBy(field) !== 'typed') return [];
  const names = chosenOptions(field).map((option) => cleanLine(option.label));
  const chosen = names.length > 0 ? [t('render.chosen-now', { names: names.join(', ') })] : [];
  return [t(field.input === 'multi-select' ? 'render.several-hint' : 'render.search-hint'), ...chosen];
}

function tooLong(field: FormField, t: Translate): CardElement[] {
  const [start = ''] = splitText(cleanText(singleValue(field)), TEAMS_STYLE.choiceText);
  return [
    ...richText([{ text: labelOf(field), strong: true }]),
    ...richText([{ text: `${start} …` }]),
    ...richText([{ text: t('render.too-long') }], { isSubtle: true }),
  ];
}
