import type { FormField } from '../../reply/reply.ts';
import { cleanLine } from '../shared/clean-text.ts';
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
import type { HtmlContext } from './context.ts';
import { attributes, escapeHtml } from './escape.ts';

type Common = Readonly<Record<string, string | boolean | undefined>>;

/** The id of a field's control, by its place in the form. */
export function fieldId(index: number, { idPrefix = 'cr' }: HtmlContext): string {
  return `${idPrefix}-${index + 1}`;
}

/** One field with its label, hint and error; the hint and error are tied to the control for screen readers. */
export function fieldHtml(field: FormField, index: number, context: HtmlContext): string {
  const id = fieldId(index, context);
  const hint = hintText(field, context);
  const described = [hint ? `${id}-hint` : '', field.error ? `${id}-error` : ''].filter(
    (part) => part !== '',
  );
  const common: Common = {
    'aria-describedby': described.join(' ') || undefined,
    'aria-invalid': field.error ? 'true' : undefined,
  };
  const notes = [
    hint ? `<p class="cr-hint" dir="auto" id="${escapeHtml(id)}-hint">${escapeHtml(hint)}</p>` : '',
    field.error ? errorHtml(field.error, id, context) : '',
  ].join('');
  const className = field.error ? 'cr-form-field cr-form-field-wrong' : 'cr-form-field';
  return `<div class="${className}">${controlHtml(field, id, common, notes, context)}</div>`;
}

function controlHtml(
  field: FormField,
  id: string,
  common: Common,
  notes: string,
  context: HtmlContext,
): string {
  const name = inputName(field);
  if (field.input === 'multi-select') return manyHtml(field, id, common, notes, context);
  if (field.input === 'flag') return flagHtml(field, id, common, notes, context);
  const label = `<label for="${escapeHtml(id)}">${labelText(field)} ${need(field, context)}</label>${notes}`;
  const shared = { id, name, required: field.required, ...common };
  const kind = inputKind(field);
  if (kind === 'select' && !field.searchKinds) return label + selectHtml(field, shared, context);
  // The parser drops a line break right after the tag, so one is given to be dropped.
  if (kind === 'long-text')
    return `${label}<textarea rows="5"${attributes(shared)}>\n${escapeHtml(singleValue(field))}</textarea>`;
  const typed = attributes({ ...typeOf(kind), value: singleValue(field), ...shared });
  return `${label}<input${typed}${attributes({ 'data-cr-search': field.searchKinds?.join(' ') })}>`;
}

function selectHtml(field: FormField, shared: Common, { t }: HtmlContext): string {
  const options = (field.options ?? []).map(({ value, label }) => {
    const chosen = attributes({ value, selected: valuesOf(field).includes(value) });
    return `<option${chosen}>${escapeHtml(cleanLine(label) || value)}</option>`;
  });
  return `<select${attributes(shared)}><option value="">${escapeHtml(t('render.choose'))}</option>${options.join('')}</select>`;
}

/** Yes or no rather than a box to tick: a form cannot say that a box was left open on purpose. */
function flagHtml(field: FormField, id: string, common: Common, notes: string, context: HtmlContext): string {
  const answer = (value: string, label: string, first: boolean) => {
    const checked = flagValue(field) === value;
    const radio = {
      id: first ? id : undefined,
      name: inputName(field),
      value,
      checked,
      required: field.required,
    };
    return `<label class="cr-check"><input type="radio"${attributes(radio)}> ${escapeHtml(label)}</label>`;
  };
  return [
    `<fieldset class="cr-many"${attributes(common)}>`,
    `<legend>${labelText(field)} ${need(field, context)}</legend>${notes}`,
    `<div class="cr-checks">${answer(FLAG_SET, context.t('render.yes'), true)}`,
    `${answer(FLAG_NOT_SET, context.t('render.no'), false)}</div></fieldset>`,
  ].join('');
}

/** Checkboxes rather than a multiple select, which a telephone and a keyboard make hard. */
function manyHtml(field: FormField, id: string, common: Common, notes: string, context: HtmlContext): string {
  const name = inputName(field);
  const values = new Set(valuesOf(field));
  const boxes = (field.options ?? []).map(({ value, label }, index) => {
    const box = attributes({ id: index === 0 ? id : undefined, name, value, checked: values.has(value) });
    return `<label class="cr-check"><input type="checkbox"${box}> ${escapeHtml(cleanLine(label) || value)}</label>`;
  });
  const known = new Set((field.options ?? []).map((option) => option.value));
  const more = [...values].filter((value) => !known.has(value)).join(', ');
  const free = attributes({
    id: boxes.length === 0 ? id : undefined,
    name,
    value: more,
    'aria-label': context.t('render.search-more'),
    'data-cr-search': field.searchKinds?.join(' '),
  });
  const search = field.searchKinds || boxes.length === 0 || more !== '' ? `<input type="text"${free}>` : '';
  return [
    `<fieldset class="cr-many"${attributes(common)}>`,
    `<legend>${labelText(field)} ${need(field, context)}</legend>${notes}`,
    `<div class="cr-checks">${boxes.join('')}</div>${search}</fieldset>`,
  ].join('');
}

function hintText(field: FormField, { t }: HtmlContext): string {
  const hints = [cleanLine(field.hint ?? '')];
  if (field.searchKinds) {
    hints.push(t('render.search-hint'));
    const chosen =
      field.input === 'select' ? chosenOptions(field).map((option) => cleanLine(option.label)) : [];
    if (chosen.length > 0) hints.push(t('render.chosen-now', { names: chosen.join(', ') }));
  }
  return hints.filter((hint) => hint !== '').join(' ');
}

function errorHtml(error: string, id: string, { t }: HtmlContext): string {
  const lead = `<strong>${escapeHtml(t('render.error'))}:</strong>`;
  return `<p class="cr-error" dir="auto" id="${escapeHtml(id)}-error">${lead} ${escapeHtml(error)}</p>`;
}

function labelText(field: FormField): string {
  return `<span class="cr-label" dir="auto">${escapeHtml(cleanLine(field.label) || field.name)}</span>`;
}

function need(field: FormField, { t }: HtmlContext): string {
  return `<span class="cr-need">(${escapeHtml(t(field.required ? 'render.required' : 'render.optional'))})</span>`;
}

function typeOf(kind: FormField['input']): Readonly<Record<string, string>> {
  if (kind === 'date' || kind === 'time') return { type: kind };
  if (kind === 'number') return { type: 'number', step: 'any', inputmode: 'decimal' };
  return kind === 'url' ? { type: 'url', inputmode: 'url' } : { type: 'text' };
}
