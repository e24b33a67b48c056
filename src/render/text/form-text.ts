import type { Translate } from '../../i18n/translate.ts';
import type { FormField, FormReply } from '../../reply/reply.ts';
import { cleanLine, cleanText } from '../shared/clean-text.ts';
import { filledArgs } from '../shared/form-values.ts';
import { commandLine } from './command-line.ts';

const MOST_OPTIONS = 20;

/** A form for a terminal: what is asked and filled in so far, and the command to complete. */
export function formText(form: FormReply, t: Translate): string[] {
  const command = commandLine({
    command: form.command,
    args: filledArgs(form),
    ...(form.version === undefined ? {} : { version: form.version }),
  });
  return [
    cleanText(form.intro ?? ''),
    form.fields.map((field) => fieldText(field, t)).join('\n'),
    t('render.type', { command }),
  ];
}

function fieldText(field: FormField, t: Translate): string {
  const need = t(field.required ? 'render.required' : 'render.optional');
  const value = cleanText([field.value ?? ''].flat().join(', '));
  const lines = [
    `${field.name}: ${cleanLine(field.label)} (${need})${value === '' ? '' : ` = ${value}`}`,
    field.error === undefined ? '' : `  ${t('render.error')}: ${cleanLine(field.error)}`,
    field.hint === undefined ? '' : `  ${cleanLine(field.hint)}`,
    optionsLine(field, t),
  ];
  return lines.filter((line) => line.trim() !== '').join('\n');
}

function optionsLine(field: FormField, t: Translate): string {
  if (field.searchKinds) return `  ${t('render.search-hint')}`;
  const options = field.options ?? [];
  if (options.length === 0) return '';
  const shown = options
    .slice(0, MOST_OPTIONS)
    .map(({ value, label }) =>
      value === label ? cleanLine(value) : `${cleanLine(value)} (${cleanLine(label)})`,
    );
  return `  ${t('render.choose')}: ${shown.join(', ')}${options.length > MOST_OPTIONS ? ', …' : ''}`;
}
