import type { Translate } from '../../i18n/translate.ts';
import type { FormField } from '../../reply/reply.ts';
import { cleanLine } from '../shared/clean-text.ts';
import { valuesOf } from '../shared/form-values.ts';
import { shorten } from '../shared/split-text.ts';
import { TEAMS_STYLE } from './limits.ts';
import { choiceTitle } from './plain-text.ts';
import { bytesOf } from './rich-text.ts';
import type { CardChoice, CardInput } from './types.ts';

/** How a field with options is asked: from a list, by searching as one types, or by typing names. */
export type Asked = 'listed' | 'searched' | 'typed';
type Base = Pick<CardInput, 'id' | 'label' | 'isRequired' | 'errorMessage'>;

/**
 * Several values are never searched: Teams on Android draws such an input as boxes to tick and on iOS as one for a
 * single value. They are sent with commas between them, so an option with a comma cannot be one of several either.
 */
export function askedBy(field: FormField): Asked {
  const { options = [], searchKinds } = field;
  const isMulti = field.input === 'multi-select';
  const isListed = options.length > 0 && !searchKinds && isSmall(options.map(choice));
  if (isListed && !(isMulti && options.some(({ value }) => value.includes(',')))) return 'listed';
  if (isMulti || (options.length === 0 && !searchKinds)) return 'typed';
  return isSmall(chosenNow(field)) ? 'searched' : 'typed';
}

/** The input for a field whose options are listed. */
export function listedInput(field: FormField, base: Base, t: Translate): CardInput {
  const choices = (field.options ?? []).map(choice);
  const known = new Set(choices.map(({ value }) => value));
  const value = valuesOf(field)
    .filter((item) => known.has(item))
    .join(',');
  const filled = { ...base, choices, ...(value === '' ? {} : { value }) };
  if (field.input === 'multi-select')
    return { type: 'Input.ChoiceSet', ...filled, style: 'expanded', isMultiSelect: true, wrap: true };
  return { type: 'Input.ChoiceSet', ...filled, style: 'compact', placeholder: t('render.choose') };
}

/**
 * The input for a field that is searched on the server: `<command> <field>` says what for. Never `isRequired`:
 * Teams then takes what was found for nothing filled in, and the form cannot be sent (AdaptiveCards#8861).
 */
export function searchedInput(field: FormField, command: string, base: Base, t: Translate): CardInput {
  const choices = chosenNow(field);
  const [first] = choices;
  const isNeeded = field.required ? ` (${t('render.required')})` : '';
  return {
    type: 'Input.ChoiceSet',
    id: base.id,
    label: base.label + isNeeded,
    choices,
    style: 'filtered',
    'choices.data': { type: 'Data.Query', dataset: `${command} ${field.name}` },
    placeholder: t('render.search-hint'),
    ...(first ? { value: first.value } : {}),
  };
}

/** What is chosen; a value that is no option, a name that was not understood, is a choice of its own. */
function chosenNow(field: FormField): CardChoice[] {
  const [value] = valuesOf(field);
  if (value === undefined) return [];
  return [choice((field.options ?? []).find((option) => option.value === value) ?? { value, label: value })];
}

function choice({ value, label }: { value: string; label: string }): CardChoice {
  return {
    title: choiceTitle(shorten(cleanLine(label) || cleanLine(value), TEAMS_STYLE.choiceTitle)),
    value,
  };
}

function isSmall(choices: readonly CardChoice[]): boolean {
  return bytesOf(choices) <= TEAMS_STYLE.choicesBytes;
}
