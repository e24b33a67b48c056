import type { InputBlockElement, PlainTextOption } from '@slack/types';
import type { Translate } from '../../i18n/translate.ts';
import type { FormField, FormOption } from '../../reply/reply.ts';
import { cleanText } from '../shared/clean-text.ts';
import {
  chosenOptions,
  FLAG_NOT_SET,
  FLAG_SET,
  flagValue,
  inputKind,
  inputName,
  singleValue,
} from '../shared/form-values.ts';
import { SLACK_LIMITS } from './limits.ts';
import { plainObject } from './plain-object.ts';

/** The Slack input for a field; undefined when its value is longer than any input holds. */
export function inputElement(field: FormField, t: Translate): InputBlockElement | undefined {
  const action_id = inputName(field).slice(0, SLACK_LIMITS.actionId);
  if (field.input === 'flag') return flagElement(action_id, field, t);
  if (field.input === 'select' || field.input === 'multi-select') {
    return needsNames(field) ? textElement(action_id, field, false) : selectElement(action_id, field, t);
  }
  const kind = inputKind(field);
  const value = singleValue(field);
  if (kind === 'date')
    return { type: 'datepicker', action_id, ...(value === '' ? {} : { initial_date: value }) };
  if (kind === 'time')
    return { type: 'timepicker', action_id, ...(value === '' ? {} : { initial_time: value }) };
  if (kind === 'number') {
    const initial = value === '' ? {} : { initial_value: value };
    return { type: 'number_input', action_id, is_decimal_allowed: true, ...initial };
  }
  if (kind === 'url' && value.length <= SLACK_LIMITS.inputText)
    return { type: 'url_text_input', action_id, ...(value === '' ? {} : { initial_value: value }) };
  return textElement(action_id, field, kind === 'long-text');
}

/** Whether a choice has to be typed by name: nothing to choose from, or options that Slack refuses. */
export function needsNames(field: FormField): boolean {
  if (field.input !== 'select' && field.input !== 'multi-select') return false;
  const options = field.options ?? [];
  const values = new Set(options.map((option) => option.value));
  const accepted = ({ value }: FormOption) => value !== '' && value.length <= SLACK_LIMITS.optionValue;
  if (values.size < options.length || !options.every(accepted)) return true;
  if (chosenOptions(field).length > SLACK_LIMITS.options) return true;
  return options.length === 0 && !field.searchKinds;
}

function selectElement(action_id: string, field: FormField, t: Translate): InputBlockElement {
  const all = field.options ?? [];
  const chosen = chosenOptions(field).map(slackOption);
  const placeholder = plainObject(t('render.choose'), SLACK_LIMITS.placeholder);
  const external = field.searchKinds !== undefined || all.length > SLACK_LIMITS.options;
  const base = { action_id, placeholder };
  if (field.input === 'multi-select') {
    const initial = chosen.length === 0 ? {} : { initial_options: chosen };
    if (external) return { type: 'multi_external_select', ...base, min_query_length: 0, ...initial };
    return { type: 'multi_static_select', ...base, options: all.map(slackOption), ...initial };
  }
  const [first] = chosen;
  const initial = first ? { initial_option: first } : {};
  if (external) return { type: 'external_select', ...base, min_query_length: 0, ...initial };
  return { type: 'static_select', ...base, options: all.map(slackOption), ...initial };
}

function slackOption({ value, label }: FormOption): PlainTextOption {
  return { text: plainObject(label, SLACK_LIMITS.optionText, value), value };
}

/** Two buttons rather than a box to tick: with a box, Slack cannot tell "no" from "not answered". */
function flagElement(action_id: string, field: FormField, t: Translate): InputBlockElement {
  const options = [
    { text: plainObject(t('render.yes'), SLACK_LIMITS.optionText), value: FLAG_SET },
    { text: plainObject(t('render.no'), SLACK_LIMITS.optionText), value: FLAG_NOT_SET },
  ];
  const chosen = options.find((option) => option.value === flagValue(field));
  return { type: 'radio_buttons', action_id, options, ...(chosen ? { initial_option: chosen } : {}) };
}

function textElement(action_id: string, field: FormField, multiline: boolean): InputBlockElement | undefined {
  const value = cleanText(singleValue(field));
  if (value.length > SLACK_LIMITS.inputText) return undefined;
  return {
    type: 'plain_text_input',
    action_id,
    multiline: multiline || value.includes('\n'),
    ...(value === '' ? {} : { initial_value: value }),
  };
}
